package se.omsorgsbron.lifecare.supplements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.RecordedGround.Kind;
import se.omsorgsbron.api.domain.RecordedGround.Scope;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;

/**
 * Grounds for disclosure in the supplements file. The scope stands in {@code value}: concepts, and before a colon the recipients
 * if not all are meant ({@code primary-care: plans, notes}). Who recorded it stands in {@code note}.
 */
final class RecordedGrounds {
    /** What allows something has to say what. */
    private static final Set<Kind> SCOPED = Set.of(Kind.CONSENT, Kind.HARM_TEST);

    private static final Pattern RECIPIENT = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    private RecordedGrounds() {}

    /** The ground, or what is wrong. */
    record Read(Optional<FactContent> ground, List<Problem> problems) {}

    /**
     * Whether a row of that kind stops disclosure. Then it counts however badly it is written: what it does not say clearly,
     * it stops.
     */
    static boolean stops(String kind) {
        return Kind.ofCode(kind).map(Kind::stops).orElse(false);
    }

    static Read read(Kind kind, Optional<String> scope, Optional<String> recordedBy, Period period) {
        Optional<Scope> read = scope(scope.orElse(""));
        if (kind.stops()) {
            boolean backwards = period.end()
                    .flatMap(end -> period.start().map(end::isBefore))
                    .orElse(false);
            boolean endless = backwards || kind == Kind.CONSENT_WITHDRAWN;
            Period stopped = endless ? new Period(period.start(), Optional.empty()) : period;
            return ground(kind, read.orElse(Scope.ALL), stopped, recordedBy.orElse(""));
        }
        List<Problem> problems = new ArrayList<>();
        if (read.isEmpty() || (SCOPED.contains(kind) && read.get().concepts().isEmpty())) {
            problems.add(
                    problem("value", found(scope), "what it covers, such as 'primary-care: plans, notes'; " + known()));
        }
        if (period.start().isEmpty()) {
            problems.add(problem("date", "nothing", "a day, such as 2026-11-24"));
        }
        if (recordedBy.isEmpty()) {
            problems.add(problem("note", "nothing", "who recorded it"));
        }
        return problems.isEmpty()
                ? ground(kind, read.get(), period, recordedBy.get())
                : new Read(Optional.empty(), problems);
    }

    private static Read ground(Kind kind, Scope scope, Period period, String recordedBy) {
        return new Read(Optional.of(new RecordedGround(kind, scope, period, recordedBy)), List.of());
    }

    private static Optional<Scope> scope(String text) {
        int colon = text.indexOf(':');
        List<String> recipients = words(colon < 0 ? "" : text.substring(0, colon));
        List<Optional<DisclosedConcept>> concepts = words(text.substring(colon + 1)).stream()
                .map(DisclosedConcept::ofCode)
                .toList();
        boolean good = concepts.stream().allMatch(Optional::isPresent)
                && recipients.stream().allMatch(name -> RECIPIENT.matcher(name).matches())
                && (colon < 0 || !recipients.isEmpty());
        return good
                ? Optional.of(new Scope(
                        recipients, concepts.stream().map(Optional::get).toList()))
                : Optional.empty();
    }

    private static List<String> words(String text) {
        return BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    private static String known() {
        return Arrays.stream(DisclosedConcept.values())
                .map(DisclosedConcept::code)
                .collect(Collectors.joining(", ", "the concepts are ", ""));
    }

    private static String found(Optional<String> text) {
        return text.map(value -> value.length() + " characters").orElse("nothing");
    }

    private static Problem problem(String column, String found, String expected) {
        return new Problem(Reason.BAD_SUPPLEMENT, column, found, expected);
    }
}
