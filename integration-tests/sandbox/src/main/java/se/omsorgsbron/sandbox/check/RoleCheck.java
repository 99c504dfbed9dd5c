package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** PractitionerRole: a member of staff at a unit where they are, or were, somebody's permanent contact. */
final class RoleCheck {
    private final Scope scope;
    private final Set<String> needed = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    RoleCheck(Scope scope) {
        this.scope = scope;
    }

    void check() {
        collect();
        for (JsonNode staff : scope.file().staff()) {
            for (JsonNode unit : scope.file().units()) {
                String id = scope.ids().role(Json.text(staff, "Id"), Json.text(unit, "Id"));
                if (needed.contains(id) || known.contains(id)) {
                    var found = scope.one("PractitionerRole", id);
                    found.ifPresent(role -> compare(staff, unit, role));
                    if (found.isEmpty() && needed.contains(id)) {
                        scope.missing(
                                "personnel:" + Json.text(staff, "Id"), "PractitionerRole", id, "the role at the unit");
                    }
                }
            }
        }
    }

    /** A role is needed where a team refers to it, and known where some record or some former team does. */
    private void collect() {
        for (Citizen citizen : scope.file().citizens()) {
            var assignments = new Assignments(scope.file(), citizen);
            assignments.ongoing().values().stream()
                    .filter(assignment -> scope.disclosed(citizen).contacts() && !citizen.isProtected())
                    .forEach(a -> needed.add(scope.ids().role(a.staff(), a.unit())));
        }
        for (JsonNode record : scope.file().records("provider_contact_personnels")) {
            scope.file()
                    .staffByNumber(Json.text(record, "PersonnelPersonId"))
                    .ifPresent(staff ->
                            known.add(scope.ids().role(Json.text(staff, "Id"), Json.text(record, "ProviderUnitId"))));
        }
        for (Version version : scope.care().versions()) {
            version.resource().stream()
                    .filter(resource -> version.type().equals("CareTeam"))
                    .flatMap(team -> Json.list(team, "participant").stream())
                    .map(participant -> Json.text(participant, "member", "reference"))
                    .filter(reference -> reference.startsWith("PractitionerRole/"))
                    .forEach(reference -> known.add(reference.substring("PractitionerRole/".length())));
        }
    }

    private void compare(JsonNode staff, JsonNode unit, JsonNode role) {
        String label = "personnel:" + Json.text(staff, "Id");
        Claims claims = new Claims(role, scope.findings(label, Scope.reference(role)));
        List<String> labels = scope.file().labels(staff);
        Shape.header(claims, Shape.ROLE, labels);
        Shape.ownIdentifier(claims);
        boolean active = !Json.isTrue(staff, "Disabled");
        if (needed.contains(Json.text(role, "id"))) {
            claims.equal("active", Boolean.toString(active));
        } else {
            claims.oneOf("active", active ? Set.of("true", "false") : Set.of("false"));
        }
        scope.reference(claims, "practitioner", "Practitioner", scope.ids().practitioner(Json.text(staff, "Id")));
        scope.reference(claims, "organization", "Organization", scope.ids().organization(Json.text(unit, "Id")));
        claims.text("code[0].text", Json.text(staff, "Title"));
        for (Supplement line : scope.file().supplements(label, "signed-routine")) {
            String path = claims.extension("", Shape.SIGNED_ROUTINE);
            line.date().ifPresent(day -> claims.equal(claims.extension(path, "date") + ".valueDate", day.toString()));
            if (labels.isEmpty()) {
                claims.text(claims.extension(path, "place") + ".valueString", line.value());
            }
            if (!line.note().isEmpty()) {
                claims.text(claims.extension(path, "routine") + ".valueString", line.note());
            }
        }
        claims.done();
    }
}
