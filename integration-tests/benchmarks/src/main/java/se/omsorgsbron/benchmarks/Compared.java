package se.omsorgsbron.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Both sides' runs of one kind of delivery. How much more the bridge takes is the median of what it took more in each run, because
 * the two took turns within it: what else the machine did was the same for both.
 *
 * @param title what was delivered
 */
record Compared(String title, List<Measured> comparator, List<Measured> bridge) {
    Compared {
        comparator = List.copyOf(comparator);
        bridge = List.copyOf(bridge);
    }

    /** How much more time the bridge needs for a delivery, by throughput: percent. */
    double moreTime() {
        return more(measured -> 1 / measured.perSecond());
    }

    /** How much later half of the deliveries are done: percent. */
    double moreLatency() {
        return more(Measured::p50);
    }

    /** How much later 99 of 100 are done: percent. */
    double moreAtTheEnd() {
        return more(Measured::p99);
    }

    /** How much more processor time a delivery needs, the recipient's in it: percent. */
    double moreProcessorTime() {
        return more(Measured::cpu);
    }

    private double more(ToDoubleFunction<Measured> figure) {
        return Measured.median(IntStream.range(0, bridge.size())
                .mapToDouble(run -> figure.applyAsDouble(bridge.get(run)) / figure.applyAsDouble(comparator.get(run)))
                .map(ratio -> (ratio - 1) * 100)
                .toArray());
    }
}
