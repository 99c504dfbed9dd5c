package se.omsorgsbron.sandbox.check;

import java.util.ArrayList;
import java.util.List;

/** Compares what the bridge holds back with what the town expects it to. */
final class HeldCheck {
    /** Tells the coordinator what a recipient may keep; nothing is held back by it. */
    private static final String TOLD_OF_HISTORY = "history-kept";

    private HeldCheck() {}

    static void compare(List<HeldItem> held, List<HeldItem> expected, List<Difference> differences) {
        var left = new ArrayList<>(expected);
        for (HeldItem item : held) {
            if (item.reason().equals(TOLD_OF_HISTORY)) {
                continue;
            }
            boolean foreseen = left.removeIf(other -> key(other).equals(key(item)));
            if (!foreseen) {
                differences.add(new Difference(
                        item.municipality(),
                        "",
                        "held",
                        item.source(),
                        "not held",
                        item.reason() + ", " + item.owner()));
            }
        }
        left.forEach(item -> differences.add(new Difference(
                item.municipality(), "", "held", item.source(), "held: " + item.reason(), "not held for that reason")));
    }

    private static String key(HeldItem item) {
        return item.municipality() + ";" + item.source() + ";" + item.reason();
    }
}
