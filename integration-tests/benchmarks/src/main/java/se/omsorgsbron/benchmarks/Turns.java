package se.omsorgsbron.benchmarks;

import java.util.ArrayList;
import java.util.List;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/**
 * One run of two sides, a few deliveries of the one and a few of the other by turns: what else the machine does meanwhile is shared
 * by both.
 */
final class Turns {
    private static final int DELIVERIES_IN_A_TURN = 20;

    private final Crew crew;
    private final Work first;
    private final Work second;
    private final List<Measured.Shift> firsts = new ArrayList<>();
    private final List<Measured.Shift> seconds = new ArrayList<>();

    /**
     * What a side has to deliver.
     *
     * @param people are measured, and delivered once each
     * @param others staff and units, who are looked at anew and have nothing to say
     */
    record Work(Side side, List<WorkKey> people, List<WorkKey> others) {}

    Turns(Crew crew, Work first, Work second) {
        this.crew = crew;
        this.first = first;
        this.second = second;
    }

    void take() throws InterruptedException {
        crew.deliver(first.side(), first.others());
        crew.deliver(second.side(), second.others());
        CountedRecipient.Sent before = first.side().recipient.sent();
        CountedRecipient.Sent beforeOther = second.side().recipient.sent();
        for (int from = 0; from < first.people().size(); from += DELIVERIES_IN_A_TURN) {
            // Each goes before the other as often as after it.
            if (from / DELIVERIES_IN_A_TURN % 2 == 0) {
                turn(first, from, firsts);
                turn(second, from, seconds);
            } else {
                turn(second, from, seconds);
                turn(first, from, firsts);
            }
        }
        check(
                first.side().recipient.sent().since(before),
                second.side().recipient.sent().since(beforeOther));
    }

    private void turn(Work work, int from, List<Measured.Shift> shifts) throws InterruptedException {
        int to = Math.min(from + DELIVERIES_IN_A_TURN, work.people().size());
        shifts.add(crew.deliver(work.side(), work.people().subList(from, to)));
    }

    /** Figures of two that did not do the same would say nothing. */
    private void check(CountedRecipient.Sent one, CountedRecipient.Sent other) {
        boolean all = one.parcels() == first.people().size()
                && first.side().backlog() + second.side().backlog() == 0;
        if (!all || !one.equals(other)) {
            throw new IllegalStateException("The two sides did not deliver everything once, and the same: " + one
                    + " and " + other + " of " + first.people().size() + " people.");
        }
    }

    Measured ofFirst() {
        return Measured.of(firsts);
    }

    Measured ofSecond() {
        return Measured.of(seconds);
    }
}
