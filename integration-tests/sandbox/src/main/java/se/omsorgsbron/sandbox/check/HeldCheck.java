package se.omsorgsbron.sandbox.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares what the bridge holds back with what the town expects it to. */
final class HeldCheck {
    /** Tell the coordinator what a recipient may keep, and of a risk that came late; nothing is held back by them. */
    private static final Set<String> TOLD = Set.of("history-kept", "risk-not-received", "risk-not-seen");

    private HeldCheck() {}

    static void compare(List<HeldItem> held, List<HeldItem> expected, List<Difference> differences) {
        var left = new ArrayList<>(expected);
        for (HeldItem item : held) {
            if (TOLD.contains(item.reason())) {
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
