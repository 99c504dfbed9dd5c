package se.omsorgsbron.sandbox.check;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A municipality's decision table, read on its own: the text of the file, and the grounds in the supplements. It knows the parts
 * that can be told apart at a recipient: who is a contact, roles in the team, whole plans, and kinds of note.
 */
public final class TablePolicy implements Policy {
    private static final Set<String> RELATIVES = Set.of("relative", "friend");
    private static final Set<String> NOT_RELATIVES = Set.of(
            "representative",
            "legal-guardian",
            "case-officer",
            "night-patrol",
            "primary-care",
            "physician",
            "dentist",
            "rehabilitation",
            "day-activity",
            "daily-activity-lss",
            "assistive-devices-centre",
            "mobility-service",
            "companion",
            "contact-person",
            "unit-manager",
            "coordinator",
            "permanent-health-care-contact",
            "permanent-physician-contact");
    private static final Set<String> NOTE_KINDS = Set.of(
            "daily",
            "deviation",
            "risk",
            "follow-up",
            "changed-need",
            "hand-over",
            "officer-contact",
            "critical-information");

    private final List<Row> rows;
    private final String recipient;
    private final String operatedBy;

    /** A row for the recipient, as it stands in the file. */
    private record Row(String concept, String part, String ground, String decision, int days) {
        Set<String> parts(Set<String> all) {
            return part.equals("all") ? all : Set.of(part);
        }
    }

    /**
     * @param csv the table's text
     * @param recipient the recipient's name in it
     * @param operatedBy who runs that: {@code region}, {@code municipality} or {@code private-provider}
     */
    public TablePolicy(String csv, String recipient, String operatedBy) {
        this.recipient = recipient;
        this.operatedBy = operatedBy;
        this.rows = csv.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .skip(1)
                .map(line ->
                        Arrays.stream(line.split(";", -1)).map(String::strip).toList())
                .filter(cells -> cells.get(0).equals(recipient))
                .map(cells -> new Row(
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4),
                        cells.get(5).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(cells.get(5))))
                .toList();
    }

    @Override
    public Disclosed of(CaseFile file, Citizen citizen) {
        Set<String> roles = new HashSet<>();
        Set<String> plans = new HashSet<>();
        Set<String> planParts = new HashSet<>();
        Set<String> notes = new HashSet<>();
        boolean contacts = false;
        for (Row row : rows) {
            if (holds(row, file, citizen)) {
                switch (row.concept()) {
                    case "contacts" ->
                        contacts |= row.parts(Set.of("assignment")).contains("assignment");
                    case "team" -> roles.addAll(row.parts(NOT_RELATIVES));
                    case "relatives" -> roles.addAll(row.parts(RELATIVES));
                    case "plans", "action-plans" -> {
                        String plan = row.concept().equals("plans") ? "implementation-plan" : "action-plan";
                        plans.add(plan);
                        planParts.add(plan + "/" + row.part());
                    }
                    case "notes" -> notes.addAll(row.parts(NOTE_KINDS));
                    default -> throw new CheckFailed("the table has a concept that the checker does not know", null);
                }
            }
        }
        return new Disclosed(contacts, contacts ? roles : Set.of(), plans, planParts, notes);
    }

    private boolean holds(Row row, CaseFile file, Citizen citizen) {
        if (lines(row, file, citizen, "block").findAny().isPresent()) {
            return false;
        }
        return switch (row.ground()) {
            case "same-municipality" -> operatedBy.equals("municipality");
            case "private-provider" -> operatedBy.equals("private-provider");
            case "consent" -> consent(row, file, citizen);
            case "svod" ->
                citizen.inCare()
                        && file.concerns(citizen)
                        && lines(row, file, citizen, "svod-information")
                                .findAny()
                                .isPresent()
                        && consent(row, file, citizen);
            case "harm-test" ->
                !row.decision().isEmpty()
                        || fresh(row, file, citizen, "harm-test").isPresent();
            default -> false;
        };
    }

    private boolean consent(Row row, CaseFile file, Citizen citizen) {
        Optional<LocalDate> given = fresh(row, file, citizen, "consent");
        Predicate<LocalDate> later =
                day -> given.map(first -> !day.isBefore(first)).orElse(true);
        return given.isPresent()
                && file.supplements(citizen.label(), "consent-withdrawn").stream()
                        .filter(line -> covers(line, row))
                        .map(line -> line.date().orElse(LocalDate.MIN))
                        .filter(day -> !day.isAfter(file.today()))
                        .noneMatch(later.or(LocalDate.MIN::equals));
    }

    /** The latest day from which such a line allows, if it is not too long ago. */
    private Optional<LocalDate> fresh(Row row, CaseFile file, Citizen citizen, String kind) {
        return lines(row, file, citizen, kind)
                .flatMap(line -> line.date().stream())
                .filter(day -> day.toEpochDay() + row.days() > file.today().toEpochDay())
                .max(LocalDate::compareTo);
    }

    private Stream<Supplement> lines(Row row, CaseFile file, Citizen citizen, String kind) {
        return file.supplements(citizen.label(), kind).stream()
                .filter(line -> line.holds(file.today()))
                .filter(line -> covers(line, row));
    }

    /** {@code recipients: concepts}, either of which may be left out to mean all. */
    private boolean covers(Supplement line, Row row) {
        String[] halves = line.value().contains(":") ? line.value().split(":", 2) : new String[] {"", line.value()};
        return names(halves[0], recipient) && names(halves[1], row.concept());
    }

    private static boolean names(String list, String name) {
        return list.isBlank() || List.of(list.strip().split("[\\s,]+")).contains(name);
    }
}
