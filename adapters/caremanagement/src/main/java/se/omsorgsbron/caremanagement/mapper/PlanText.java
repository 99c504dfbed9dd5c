package se.omsorgsbron.caremanagement.mapper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PlanActivity;

/**
 * The text of a plan, line by line. A line that begins with a label of the municipality's table and a colon is the part that the label
 * says; a line without one goes on with the line before, and stands on its own where there is no labelled line before it.
 */
final class PlanText {
    private static final Set<PlanPart> DETAILS = EnumSet.of(PlanPart.HOW, PlanPart.WHEN, PlanPart.BY_WHOM);
    private static final Set<PlanPart> SINGLE =
            EnumSet.of(PlanPart.PARTICIPATION, PlanPart.FOLLOW_UP, PlanPart.IMPORTANT);

    private final List<Line> lines = new ArrayList<>();

    private record Line(Optional<PlanPart> part, String text) {
        boolean is(PlanPart wanted) {
            return part.equals(Optional.of(wanted));
        }
    }

    private PlanText() {}

    static PlanText read(String text, Map<String, PlanPart> labels) {
        PlanText read = new PlanText();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> read.add(line, labels));
        return read;
    }

    private void add(String line, Map<String, PlanPart> labels) {
        Optional<String> label = labels.keySet().stream()
                .filter(text -> line.startsWith(text + ":"))
                .max(Comparator.comparingInt(String::length));
        if (label.isPresent()) {
            lines.add(new Line(
                    Optional.of(labels.get(label.get())),
                    line.substring(label.get().length() + 1).strip()));
        } else if (lines.isEmpty() || lines.get(lines.size() - 1).part().isEmpty()) {
            lines.add(new Line(Optional.empty(), line));
        } else {
            Line before = lines.remove(lines.size() - 1);
            lines.add(new Line(before.part(), (before.text() + "\n" + line).strip()));
        }
    }

    /** The first text of that part; empty where there is none. */
    Optional<String> first(PlanPart part) {
        return texts(part).stream().findFirst();
    }

    /** All texts of that part, in order. */
    List<String> texts(PlanPart part) {
        return lines.stream()
                .filter(line -> line.is(part))
                .map(Line::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /**
     * What has no place of its own, as it was written: lines without a label, a part told a second time where a plan has only one, and
     * how, when and by whom where no activity stands before them.
     */
    List<FreeText> rest(Map<String, PlanPart> labels) {
        List<FreeText> rest = new ArrayList<>();
        Set<PlanPart> told = EnumSet.noneOf(PlanPart.class);
        for (Line line : lines) {
            boolean placed = line.part()
                    .map(part -> DETAILS.contains(part)
                            ? told.contains(PlanPart.ACTIVITY)
                            : !SINGLE.contains(part) || !told.contains(part))
                    .orElse(false);
            if (!placed && !line.text().isEmpty()) {
                String label =
                        line.part().map(part -> label(part, labels) + ": ").orElse("");
                rest.add(new FreeText(label + line.text()));
            }
            if (!line.text().isEmpty()) {
                line.part().ifPresent(told::add);
            }
        }
        return rest;
    }

    /** The activities, each with the how, when and by whom that come before the next. */
    List<PlanActivity> activities() {
        List<Integer> starts = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).is(PlanPart.ACTIVITY)
                        && !lines.get(i).text().isEmpty())
                .boxed()
                .toList();
        List<PlanActivity> activities = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            List<Line> details = lines.subList(starts.get(i) + 1, end);
            activities.add(new PlanActivity(
                    lines.get(starts.get(i)).text(),
                    joined(details, PlanPart.HOW),
                    joined(details, PlanPart.WHEN),
                    joined(details, PlanPart.BY_WHOM),
                    Period.OPEN));
        }
        return activities;
    }

    private static Optional<FreeText> joined(List<Line> details, PlanPart part) {
        List<String> said = details.stream()
                .filter(line -> line.is(part))
                .map(Line::text)
                .filter(text -> !text.isEmpty())
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(new FreeText(String.join("\n", said)));
    }

    private static String label(PlanPart part, Map<String, PlanPart> labels) {
        return labels.entrySet().stream()
                .filter(label -> label.getValue() == part)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(part.code());
    }
}
