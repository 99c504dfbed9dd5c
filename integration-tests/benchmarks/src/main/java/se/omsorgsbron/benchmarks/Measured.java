package se.omsorgsbron.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * What one run of one side took.
 *
 * @param deliveries how many there were
 * @param perSecond deliveries a second
 * @param p50 milliseconds from the claim to its being given back, of half of the deliveries at most
 * @param p99 the same of 99 of 100
 * @param cpu milliseconds of processor time that this process needed for a delivery, the recipient's in it
 */
record Measured(int deliveries, double perSecond, double p50, double p99, double cpu) {

    /**
     * A part of a run, in one go.
     *
     * @param nanos of each delivery
     * @param whole nanoseconds from the first's begin to the last's end
     * @param cpu nanoseconds of processor time of the whole process
     */
    record Shift(List<Long> nanos, long whole, long cpu) {
        Shift {
            nanos = List.copyOf(nanos);
        }
    }

    static Measured of(List<Shift> shifts) {
        long[] nanos = shifts.stream()
                .flatMap(shift -> shift.nanos().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        long whole = shifts.stream().mapToLong(Shift::whole).sum();
        long cpu = shifts.stream().mapToLong(Shift::cpu).sum();
        return new Measured(
                nanos.length,
                nanos.length / (whole / 1e9),
                millis(nanos, 0.5),
                millis(nanos, 0.99),
                cpu / 1e6 / nanos.length);
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    /** The median of each figure, of all deliveries. */
    static Measured median(List<Measured> runs) {
        return new Measured(
                runs.stream().mapToInt(Measured::deliveries).sum(),
                median(runs.stream().mapToDouble(Measured::perSecond).toArray()),
                median(runs.stream().mapToDouble(Measured::p50).toArray()),
                median(runs.stream().mapToDouble(Measured::p99).toArray()),
                median(runs.stream().mapToDouble(Measured::cpu).toArray()));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
