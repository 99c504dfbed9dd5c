package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the checks of one municipality share. */
final class Scope {
    private final CaseFile file;
    private final Policy policy;
    private final String system;
    private final PrimaryCare care;
    private final List<Difference> differences;
    private final Map<String, String> explained;
    private final Ids ids;
    private final Map<String, String> staffByReference = new HashMap<>();
    private final Map<String, String> unitByRole = new HashMap<>();

    /**
     * @param file the municipality's records
     * @param policy what primary care may have of them
     * @param system identifier system of its case system
     * @param care what primary care holds
     * @param differences where differences go
     * @param explained the resources, {@code Type/id}, that some rule explains, with their municipality; the checks add to it
     */
    Scope(
            CaseFile file,
            Policy policy,
            String system,
            PrimaryCare care,
            List<Difference> differences,
            Map<String, String> explained) {
        this.file = file;
        this.policy = policy;
        this.system = system;
        this.care = care;
        this.differences = differences;
        this.explained = explained;
        this.ids = new Ids(file.municipality());
        for (JsonNode staff : file.staff()) {
            String id = Json.text(staff, "Id");
            staffByReference.put("Practitioner/" + ids.practitioner(id), id);
            for (JsonNode unit : file.units()) {
                String role = "PractitionerRole/" + ids.role(id, Json.text(unit, "Id"));
                staffByReference.put(role, id);
                unitByRole.put(role, Json.text(unit, "Id"));
            }
        }
    }

    CaseFile file() {
        return file;
    }

    /** What primary care may have of that person. */
    Disclosed disclosed(Citizen citizen) {
        return policy.of(file, citizen);
    }

    PrimaryCare care() {
        return care;
    }

    String system() {
        return system;
    }

    Ids ids() {
        return ids;
    }

    Findings findings(String person, String resource) {
        return new Findings(differences, file.municipality(), person, resource);
    }

    void explain(JsonNode resource) {
        explained.put(reference(resource), file.municipality());
    }

    /** The resource with that id, which is thereby explained. */
    Optional<JsonNode> one(String type, String id) {
        Optional<JsonNode> found = care.resolve(type + "/" + id);
        found.ifPresent(this::explain);
        return found;
    }

    void missing(String person, String type, String id, String what) {
        findings(person, type + "/" + id).add(what, "to be there", "missing");
    }

    static String reference(JsonNode resource) {
        return Json.text(resource, "resourceType") + "/" + Json.text(resource, "id");
    }

    /** The member of staff that a reference to a Practitioner or PractitionerRole means; empty for one that Lifecare has not. */
    Optional<String> staff(String reference) {
        return Optional.ofNullable(staffByReference.get(reference));
    }

    /** The unit that a reference to a PractitionerRole means. */
    Optional<String> unit(String reference) {
        return Optional.ofNullable(unitByRole.get(reference));
    }

    /** Whether that Patient is a person who is in care in this municipality. */
    boolean livesHere(JsonNode patient) {
        return Json.list(patient, "identifier").stream()
                .flatMap(identifier -> file.citizen(Json.text(identifier, "value")).stream())
                .anyMatch(Citizen::inCare);
    }

    /** Claims the only identifier of what comes from one record: {@code <list>/<Id>} in the case system's own system. */
    void recordIdentifier(Claims claims, String source) {
        claims.equal("identifier[0].system", system);
        claims.equal("identifier[0].value", source);
    }

    /** Claims a reference to that person's Patient. */
    void patient(Claims claims, String path, Citizen citizen) {
        boolean right = care.resolve(claims.value(path + ".reference"))
                .filter(patient -> Json.list(patient, "identifier").stream()
                        .anyMatch(identifier -> Json.text(identifier, "system").equals(citizen.system())
                                && Json.text(identifier, "value").equals(citizen.number())))
                .isPresent();
        claims.allow(path + ".reference");
        claims.equal(path + ".type", "Patient");
        if (!right) {
            claims.findings().add(path, "the Patient with the person's number", "another or none");
        }
    }

    /** Claims a reference to that resource, which has to be there. */
    void reference(Claims claims, String path, String type, String id) {
        claims.equal(path + ".reference", type + "/" + id);
        claims.equal(path + ".type", type);
        if (care.resolve(type + "/" + id).isEmpty()) {
            missing("", type, id, "what " + path + " refers to");
        }
    }

    /** Claims a reference to a unit, or that there is none. */
    void organization(Claims claims, String path, Optional<String> unit) {
        if (unit.isEmpty()) {
            claims.equal(path + ".reference", "");
        } else {
            reference(claims, path, "Organization", ids.organization(unit.get()));
        }
    }

    /** Claims who wrote something: the member of staff with the name in the document, or that name alone, or that it is not known. */
    void author(Claims claims, String path, Optional<JsonNode> staff, String name) {
        if (staff.isPresent()) {
            reference(claims, path, "Practitioner", ids.practitioner(Json.text(staff.get(), "Id")));
        } else if (name.isEmpty()) {
            claims.absent(path, "unknown");
        } else {
            claims.equal(path + ".type", "Practitioner");
        }
        boolean hidden = !name.isEmpty()
                && (file.namesProtectedStaff(name)
                        || staff.filter(known -> !file.labels(known).isEmpty()).isPresent());
        String shown = hidden ? Shape.PROTECTED_TEXT : name;
        claims.text(path + ".display", staff.isEmpty() && name.isEmpty() ? Shape.NOT_KNOWN : shown);
    }
}
