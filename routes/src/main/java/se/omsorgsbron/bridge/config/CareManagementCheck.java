package se.omsorgsbron.bridge.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.bridge.config.CareManagementSettings.Errands;
import se.omsorgsbron.bridge.config.CareManagementSettings.Headed;
import se.omsorgsbron.bridge.config.CareManagementSettings.Journal;
import se.omsorgsbron.bridge.config.CareManagementSettings.OpenErrand;
import se.omsorgsbron.caremanagement.mapper.ErrandState;
import se.omsorgsbron.caremanagement.mapper.PlanPart;

/** What is wrong with a municipality's CareManagement. */
final class CareManagementCheck {
    private static final Pattern NAMESPACE = Pattern.compile("[\\w\\-]+");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LARGEST_PAGE = 1000;
    private static final int LONGEST_HEADING = 255;

    private static final List<String> STATES =
            Arrays.stream(ErrandState.values()).map(ErrandState::code).toList();
    private static final List<String> KINDS =
            Arrays.stream(NoteKind.values()).map(NoteKind::code).toList();
    private static final List<String> PARTS =
            Arrays.stream(PlanPart.values()).map(PlanPart::code).toList();
    private static final List<String> PLANS = List.of(PlanType.IMPLEMENTATION_PLAN.code(), PlanType.ACTION_PLAN.code());
    private static final String PERSON = "person";
    private static final String IGNORED = "ignored";
    private static final List<String> ROLES = Stream.concat(
                    Stream.of(PERSON, "person-1", "person-2", IGNORED),
                    Arrays.stream(TeamRole.values()).map(TeamRole::code))
            .toList();

    private final ConfigurationCheck check;
    private final String at;
    private final CareManagementSettings system;

    /**
     * @param check takes what is wrong, and checks what every system has
     * @param at the setting
     */
    CareManagementCheck(ConfigurationCheck check, String at, CareManagementSettings system) {
        this.check = check;
        this.at = at;
        this.system = system;
    }

    void check() {
        check.url(at + ".url", system.url());
        check.url(at + ".party-look-up", system.partyLookUp());
        check.access(at, system.token(), system.tokenFile(), system.oauth2());
        check.positive(at + ".timeout", system.timeout());
        if (!matches(NAMESPACE, system.namespace())) {
            wrong(".namespace", "must be the namespace of the errands: letters, digits, _ and -");
        }
        if (!matches(USER, system.sentBy())) {
            wrong(".sent-by", "must be the bridge's own user there: 1 to 64 letters, digits, dots, _ and -");
        }
        if (system.pageSize() < 1 || system.pageSize() > LARGEST_PAGE) {
            wrong(".page-size", "must be 1 to " + LARGEST_PAGE);
        }
        if (system.persons()) {
            // Who was read last would decide, and CareManagement does not say that somebody has been deregistered.
            // them.
            wrong(".persons", "must be false beside case-system: one system alone says who the people are");
        }
        errands(system.errands());
        table(".roles", "role of a stakeholder", system.roles(), ROLES);
        if (system.roles().getOrDefault(PERSON, List.of()).isEmpty()) {
            wrong(".roles.person", "is missing: write the role of the stakeholder whom the errand is about");
        }
        table(".journal-types", "kind of note", system.journalTypes(), orIgnored(KINDS));
        if (system.notes() != null && !KINDS.contains(system.notes())) {
            wrong(".notes", "is no kind of note: write one of " + String.join(", ", KINDS));
        }
        plans();
        if (system.journal() != null) {
            journal(system.journal());
        }
    }

    private void errands(Errands errands) {
        if (errands.types().isEmpty() || errands.types().stream().anyMatch(String::isBlank)) {
            wrong(".errands.types", "must be the typeSlug of each type of errand that is home care, at least one");
        }
        table(".errands.statuses", "state of an errand", errands.statuses(), STATES);
        if (errands.statuses().getOrDefault("carried-out", List.of()).isEmpty()) {
            wrong(".errands.statuses.carried-out", "is missing: write the statuses in which home care is carried out");
        }
    }

    private void plans() {
        table(".documents", "kind of plan", system.documents(), orIgnored(PLANS));
        table(".plan-labels", "part of a plan", system.planLabels(), PARTS);
        if (PLANS.stream().anyMatch(system.documents()::containsKey)) {
            Stream.of("participation", "follow-up")
                    .filter(part ->
                            system.planLabels().getOrDefault(part, List.of()).isEmpty())
                    .forEach(part -> wrong(
                            ".plan-labels." + part, "is missing: write its labels, because a plan without it is held"));
        }
    }

    private void journal(Journal journal) {
        if (journal.type() != null && !fits(journal.type())) {
            wrong(".journal.type", "must be a type of journal entry of 1 to 255 characters");
        }
        if (journal.type() == null && !journal.headings().keySet().containsAll(KINDS)) {
            wrong(
                    ".journal",
                    "has no type: write one, or type and heading in headings for each of " + String.join(", ", KINDS));
        }
        journal.headings().forEach(this::headed);
        if (journal.openErrand() != null) {
            opening(journal.openErrand());
        }
    }

    private void headed(String kind, Headed headed) {
        if (!KINDS.contains(kind)) {
            wrong(".journal.headings." + kind, "is no kind of note: write one of " + String.join(", ", KINDS));
        } else if (!fits(headed.type()) || !fits(headed.heading())) {
            wrong(".journal.headings." + kind, "must have a type and a heading of 1 to 255 characters");
        }
    }

    private void opening(OpenErrand opening) {
        if (!system.errands().types().contains(opening.type())) {
            wrong(
                    ".journal.open-errand.type",
                    "must be one of errands.types, or the bridge would not find the errand again");
        }
        if (!fits(opening.title())) {
            wrong(
                    ".journal.open-errand.title",
                    "must be a title of 1 to 255 characters, without anything about a person");
        }
        Optional<String> state = meaning(system.errands().statuses(), opening.status());
        if (state.isEmpty() || state.get().equals(ErrandState.CLOSED.code())) {
            wrong(".journal.open-errand.status", "must be one of errands.statuses that does not mean closed");
        }
        if (!meaning(system.roles(), opening.role()).equals(Optional.of(PERSON))) {
            wrong(".journal.open-errand.role", "must be one of roles.person");
        }
    }

    /** Says which names mean nothing, and which of them share a value, which then would mean two things. */
    private void table(String name, String what, Map<String, List<String>> table, List<String> known) {
        Set<String> told = new HashSet<>();
        table.forEach((code, values) -> {
            if (!known.contains(code)) {
                wrong(name + "." + code, "is no " + what + ": write one of " + String.join(", ", known));
            }
            if (values.stream().anyMatch(value -> value == null || value.isBlank())) {
                wrong(name + "." + code, "has an empty value: remove it");
            } else if (!new HashSet<>(values).stream().map(told::add).reduce(true, Boolean::logicalAnd)) {
                wrong(
                        name + "." + code,
                        "has a value that means something else too: leave it in one of the two places");
            }
        });
    }

    private static Optional<String> meaning(Map<String, List<String>> table, String value) {
        return table.entrySet().stream()
                .filter(row -> row.getValue().contains(value))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static List<String> orIgnored(List<String> codes) {
        return Stream.concat(codes.stream(), Stream.of(IGNORED)).toList();
    }

    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static boolean fits(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_HEADING;
    }

    private void wrong(String setting, String what) {
        check.wrong(at + setting, what);
    }
}
