package se.omsorgsbron.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What came of a comparison.
 *
 * @param against what the recipient was
 * @param comparator what it did in all, the warm-up in it
 * @param bridge the same
 */
record Report(
        Machine machine,
        Comparison.Plan plan,
        String against,
        List<Compared> compared,
        Side.Done comparator,
        Side.Done bridge) {
    /** How much more a delivery may take than the comparator's: percent. */
    static final double LIMIT = 10;

    private static final JsonMapper JSON = new JsonMapper();

    Report {
        compared = List.copyOf(compared);
    }

    /** Whether no median is over the limit; that of the slowest hundredth is told, and too few to be judged by. */
    boolean good() {
        return compared.stream().allMatch(one -> one.moreTime() <= LIMIT && one.moreLatency() <= LIMIT);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "%s", machine);
        line(
                text,
                "%d runs of each side by turns, %d people each, %d workers; recipient: %s",
                plan.runs(),
                plan.people(),
                plan.workers(),
                against);
        line(text, "%-20s %14s %10s %10s %10s", "", "deliveries/s", "p50 ms", "p99 ms", "CPU ms");
        for (Compared one : compared) {
            line(text, "%s", one.title());
            row(text, "  comparator", Measured.median(one.comparator()));
            row(text, "  the bridge", Measured.median(one.bridge()));
            line(
                    text,
                    "%-20s %12.1f %% %8.1f %% %8.1f %% %8.1f %%",
                    "  more time",
                    one.moreTime(),
                    one.moreLatency(),
                    one.moreAtTheEnd(),
                    one.moreProcessorTime());
        }
        line(
                text,
                "Records in the audit: comparator %d of %d deliveries, the bridge %d of %d.",
                comparator.audited(),
                comparator.deliveries(),
                bridge.audited(),
                bridge.deliveries());
        line(
                text,
                "At most %.0f %% more, by throughput and by the median of latency: %s.",
                LIMIT,
                good() ? "yes" : "no");
        return text.toString();
    }

    private static void row(StringBuilder text, String name, Measured measured) {
        line(
                text,
                "%-20s %14.1f %10.1f %10.1f %10.1f",
                name,
                measured.perSecond(),
                measured.p50(),
                measured.p99(),
                measured.cpu());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    String json() {
        ObjectNode node = JSON.createObjectNode();
        node.put("good", good()).put("limitPercent", LIMIT).put("recipient", against);
        node.putObject("machine")
                .put("processor", machine.processor())
                .put("cores", machine.cores())
                .put("megabytes", machine.megabytes())
                .put("java", machine.java());
        node.put("runs", plan.runs()).put("people", plan.people()).put("workers", plan.workers());
        node.set("comparator", done(comparator));
        node.set("bridge", done(bridge));
        ArrayNode all = node.putArray("compared");
        for (Compared one : compared) {
            ObjectNode entry = all.addObject().put("what", one.title());
            entry.set("comparator", side(one.comparator()));
            entry.set("bridge", side(one.bridge()));
            entry.putObject("morePercent")
                    .put("time", one.moreTime())
                    .put("p50", one.moreLatency())
                    .put("p99", one.moreAtTheEnd())
                    .put("cpu", one.moreProcessorTime());
        }
        return node.toPrettyString();
    }

    private static ObjectNode done(Side.Done done) {
        return JSON.createObjectNode().put("deliveries", done.deliveries()).put("audited", done.audited());
    }

    private static ObjectNode side(List<Measured> runs) {
        ObjectNode node = figures(Measured.median(runs));
        ArrayNode each = node.putArray("runs");
        runs.forEach(run -> each.add(figures(run)));
        return node;
    }

    private static ObjectNode figures(Measured measured) {
        return JSON.createObjectNode()
                .put("deliveries", measured.deliveries())
                .put("deliveriesPerSecond", measured.perSecond())
                .put("p50Millis", measured.p50())
                .put("p99Millis", measured.p99())
                .put("cpuMillis", measured.cpu());
    }
}
