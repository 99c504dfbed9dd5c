package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who else is in a person's team: case officer, professionals, relatives, god man. */
final class OtherFacts {
    private OtherFacts() {}

    /**
     * Somebody else in the team.
     *
     * @param source {@code <list>/<Id>} of the record that names them
     * @param role wire code of the role
     * @param given first names
     * @param family last name
     * @param node the record
     */
    record OtherFact(String source, String role, String given, String family, JsonNode node) {
        String name() {
            return (given + " " + family).strip();
        }

        /** The relation in Lifecare's words, or empty. */
        String relation() {
            return Json.text(node, "Relation").strip();
        }

        boolean isPrivate() {
            return Shape.PRIVATE_ROLES.contains(role);
        }
    }

    /**
     * Those whom primary care may know of, as long as the person is in care. The role says which concept they belong to, not the
     * list that they stand in. About a protected person only the case officer is told.
     */
    static List<OtherFact> of(CaseFile file, Citizen citizen, Disclosed disclosed) {
        var others = new ArrayList<OtherFact>();
        caseOfficer(file, citizen).ifPresent(others::add);
        for (JsonNode node : file.of(citizen, "contacts")) {
            Optional.ofNullable(file.tables()
                            .relations()
                            .get(Json.text(node, "Relation").strip()))
                    .ifPresent(role -> others.add(fact("contacts", role, node)));
        }
        for (JsonNode node : file.of(citizen, "relatives")) {
            String relation = Json.text(node, "Relation").strip();
            others.add(fact("relatives", file.tables().relations().getOrDefault(relation, "relative"), node));
        }
        others.removeIf(other -> citizen.isProtected() && !other.role().equals("case-officer"));
        others.removeIf(other -> !disclosed.roles().contains(other.role()));
        return others;
    }

    private static OtherFact fact(String list, String role, JsonNode node) {
        String given = Json.text(node, "FirstName");
        String family = Json.text(node, "LastName");
        boolean parts = !given.isEmpty() || !family.isEmpty();
        return new OtherFact(
                list + "/" + Json.text(node, "Id"), role, given, parts ? family : Json.text(node, "FullName"), node);
    }

    /** The case officer of the latest decision. */
    private static Optional<OtherFact> caseOfficer(CaseFile file, Citizen citizen) {
        return CaseFile.latest(file.of(citizen, "sol_decisions"), "Date").flatMap(decision -> {
            JsonNode worker = decision.path("Caseworker");
            String given = Json.text(worker, "FirstName");
            String family = Json.text(worker, "LastName");
            String full = Json.find(worker, "FullName").orElse((given + " " + family).strip());
            boolean parts = full.equals((given + " " + family).strip());
            return full.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OtherFact(
                            "sol_decisions/" + Json.text(decision, "Id"),
                            "case-officer",
                            parts ? given : "",
                            parts ? family : full,
                            worker));
        });
    }
}
