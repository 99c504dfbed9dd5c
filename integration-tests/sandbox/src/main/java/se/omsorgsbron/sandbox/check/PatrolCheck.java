package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import se.omsorgsbron.sandbox.check.NoteFacts.NoteFact;
import se.omsorgsbron.sandbox.check.PlanFacts.Activity;
import se.omsorgsbron.sandbox.check.PlanFacts.PlanFact;

/** What a municipality's night patrol knows: whom to call, what is done at night, what to look out for, and nothing else. */
final class PatrolCheck {
    private static final Pattern NIGHT = Pattern.compile("(?iU)\\b(natt|nätter)");
    private static final Map<String, String> VACANCIES =
            Map.of("temp-unknown", "not-appointed", "not-applicable", "exempted", "asked-declined", "declined");
    private static final Set<Integer> RANKS = Set.of(1, 2);

    private final Scope scope;
    private final Policy policy;
    private final PatrolState state;
    private final Set<String> explained = new HashSet<>();

    /** @param policy what the patrol may have */
    PatrolCheck(Scope scope, Policy policy, PatrolState state) {
        this.scope = scope;
        this.policy = policy;
        this.state = state;
    }

    void check(List<Secrets.Secret> secrets) {
        for (Citizen citizen : scope.file().citizens()) {
            if (scope.file().concerns(citizen) && citizen.inCare()) {
                citizen(citizen, policy.of(scope.file(), citizen));
            }
        }
        for (JsonNode staff : scope.file().staff()) {
            String key = "staff/" + scope.ids().subject("personnel", Json.text(staff, "Id"));
            state.content(key).ifPresent(content -> staff(key, staff, content));
        }
        state.entries().keySet().stream()
                .filter(key -> !explained.contains(key))
                .forEach(key -> findings("", key).add("entry", "", "one that nothing explains"));
        state.entries()
                .forEach((key, entry) -> LeakSweep.found(secrets, entry)
                        .forEach(secret -> findings(secret.person(), key)
                                .add("leak of " + secret.what(), "nowhere", "in this entry")));
    }

    private Findings findings(String person, String key) {
        return scope.findings(person, "night-patrol " + key);
    }

    private void citizen(Citizen citizen, Disclosed may) {
        String subject = scope.ids().subject("clients", citizen.id());
        boolean told = false;
        if (may.contacts()) {
            told = true;
            expect(citizen, "contacts/" + subject).ifPresent(content -> contacts(citizen, may, content));
        }
        if (!citizen.isProtected()) {
            told |= plans(citizen, may);
            told |= notes(citizen, may);
        }
        if (told) {
            String key = "person/" + subject;
            expect(citizen, key).ifPresent(content -> {
                Findings findings = findings(citizen.label(), key);
                String name = citizen.isProtected() ? Shape.PROTECTED_TEXT : Shape.fullName(citizen.client());
                text(findings, content, "name", name);
                text(findings, content, "number", citizen.number());
                same(findings, "protected", "" + citizen.isProtected(), Json.text(content, "protected"));
            });
        }
    }

    private Optional<JsonNode> expect(Citizen citizen, String key) {
        explained.add(key);
        Optional<JsonNode> content = state.content(key);
        if (content.isEmpty()) {
            findings(citizen.label(), key).add("entry", "to be there", "missing");
        }
        return content;
    }

    private void contacts(Citizen citizen, Disclosed may, JsonNode content) {
        Findings findings = findings(citizen.label(), "contacts");
        var assignments = new Assignments(scope.file(), citizen);
        Map<String, Integer> ranks = ranks(citizen);
        Map<String, Integer> expected = new TreeMap<>();
        assignments.ongoing().keySet().forEach(staff -> {
            String key = "staff/" + scope.ids().subject("personnel", staff);
            expected.put(key, ranks.getOrDefault(staff, 0));
            if (state.content(key).isEmpty()) {
                findings(citizen.label(), key).add("entry", "to be there", "missing");
            }
        });
        Map<String, Integer> found = new TreeMap<>();
        content.path("contacts")
                .forEach(contact -> found.put(
                        Json.text(contact, "staff"), contact.path("person").asInt(0)));
        same(findings, "contacts", "" + expected, "" + found);
        var vacant = new TreeSet<String>();
        RANKS.stream()
                .filter(rank -> !expected.containsValue(rank))
                .forEach(rank -> vacant.add(rank + " " + VACANCIES.get(assignments.vacancy())));
        var named = new TreeSet<String>();
        content.path("vacancies")
                .forEach(vacancy -> named.add(Json.text(vacancy, "person") + " " + Json.text(vacancy, "why")));
        same(findings, "vacancies", "" + vacant, "" + named);
        for (JsonNode member : content.path("team")) {
            String role = Json.text(member, "role");
            if (!may.roles().contains(role) || (citizen.isProtected() && !role.equals("case-officer"))) {
                findings.add("team", "nobody in that role", role);
            }
        }
    }

    /** Who is person 1 and 2: as primary care has it, which the other checks hold against Lifecare. */
    private Map<String, Integer> ranks(Citizen citizen) {
        var ranks = new HashMap<String, Integer>();
        scope.care()
                .resolve("CareTeam/" + scope.ids().team(citizen.id()))
                .ifPresent(team -> Json.list(team, "participant").stream()
                        .filter(Shape::isContact)
                        .filter(participant -> !participant.at("/period").has("end"))
                        .forEach(participant -> scope.staff(Json.text(participant, "member", "reference"))
                                .ifPresent(staff -> ranks.put(staff, TeamHistory.rank(participant)))));
        if (ranks.isEmpty()) {
            return ContactRanks.settle(new Assignments(scope.file(), citizen).forRanking(), List.of());
        }
        return ranks;
    }

    private boolean plans(Citizen citizen, Disclosed may) {
        boolean told = false;
        Map<String, PlanFact> inForce = PlanFacts.inForce(
                PlanFacts.of(scope.file(), citizen), scope.file().today());
        for (PlanFact plan : inForce.values()) {
            Set<String> parts = may.parts(plan.type());
            if (!parts.isEmpty()) {
                told = true;
                String key = "plan/" + id(citizen, "service_plans/" + plan.id());
                expect(citizen, key).ifPresent(content -> plan(citizen, key, plan, parts, content));
            }
        }
        return told;
    }

    private void plan(Citizen citizen, String key, PlanFact plan, Set<String> parts, JsonNode content) {
        Findings findings = findings(citizen.label(), key);
        same(findings, "type", plan.type(), Json.text(content, "type"));
        same(findings, "established", plan.established().toString(), Json.text(content, "established"));
        List<Activity> expected = PlanFacts.activities(scope.file(), plan.node()).stream()
                .filter(activity -> has(parts, "activities")
                        || (has(parts, "night-activities")
                                && NIGHT.matcher(activity.when()).find()))
                .toList();
        List<JsonNode> found = Json.list(content, "activities");
        same(findings, "activities", "" + expected.size(), "" + found.size());
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            Activity activity = expected.get(i);
            text(findings, found.get(i), "what", activity.service());
            text(findings, found.get(i), "how", activity.how());
            text(findings, found.get(i), "when", activity.when());
            boolean hidden = scope.file().namesProtectedStaff(activity.byWhom());
            text(findings, found.get(i), "byWhom", hidden ? Shape.PROTECTED_TEXT : activity.byWhom());
        }
        String important = Json.text(plan.node(), "ImportantInformation");
        text(findings, content, "important", has(parts, "important") ? important : "");
        if (!has(parts, "other") && content.has("other")) {
            findings.add("other", "nothing", "something");
        }
    }

    private static boolean has(Set<String> parts, String part) {
        return parts.contains("all") || parts.contains(part);
    }

    private boolean notes(Citizen citizen, Disclosed may) {
        boolean told = false;
        for (NoteFact note : NoteFacts.of(scope.file(), citizen)) {
            if (note.signed().isEmpty() || note.withdrawn() || !may.notes().contains(note.kind())) {
                continue;
            }
            String key = "note/" + id(citizen, note.source());
            if (note.former() && state.content(key).isEmpty()) {
                continue;
            }
            told = true;
            expect(citizen, key).ifPresent(content -> {
                Findings findings = findings(citizen.label(), key);
                same(findings, "kind", note.kind(), Json.text(content, "kind"));
                text(findings, content, "text", note.text());
                same(
                        findings,
                        "occurred",
                        "" + seconds(note.occurred()),
                        ""
                                + Times.instant(content, "occurred")
                                        .map(PatrolCheck::seconds)
                                        .orElse(0L));
            });
        }
        return told;
    }

    private static long seconds(Instant instant) {
        return instant.getEpochSecond();
    }

    private void staff(String key, JsonNode staff, JsonNode content) {
        explained.add(key);
        Findings findings = findings("personnel:" + Json.text(staff, "Id"), key);
        boolean open = scope.file().labels(staff).isEmpty();
        text(findings, content, "name", open ? Shape.fullName(staff) : Shape.PROTECTED_TEXT);
        List<String> telephones =
                Json.list(content, "telephones").stream().map(JsonNode::asText).toList();
        List<String> known = open ? Json.find(staff, "PhoneNumber").stream().toList() : List.of();
        if (!telephones.equals(known)) {
            findings.add("telephones", known.size() + " of Lifecare", telephones.size() + ", or others");
        }
    }

    /** The id of an entry: of the person and the record, never the record's own. */
    private String id(Citizen citizen, String record) {
        String name = scope.ids().subject("clients", citizen.id()) + "/lifecare/" + record;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void text(Findings findings, JsonNode content, String field, String expected) {
        if (!Json.text(content, field).equals(expected)) {
            findings.addText(field, expected, Json.text(content, field));
        }
    }

    private static void same(Findings findings, String what, String expected, String found) {
        if (!Objects.equals(expected, found)) {
            findings.add(what, expected, found);
        }
    }
}
