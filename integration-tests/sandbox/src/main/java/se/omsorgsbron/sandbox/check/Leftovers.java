package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The resources of the bridge that no record in Lifecare explains. What once had a record stays, marked as over and else as it was;
 * anything else is foreign. And what once stood must not be gone.
 */
final class Leftovers {
    /** What may change when something is over, by type; everything else has to stay as it was. */
    private static final Map<String, Pattern> CHANGES = Map.of(
            "CareTeam", Pattern.compile("(status|period|participant|contained|managingOrganization).*"),
            "CarePlan",
                    Pattern.compile(
                            "(status|extension|activity|goal|contained|note|description|replaces|author|contributor).*"),
            "Communication", Pattern.compile("(status|payload|sender|extension).*"),
            "Practitioner", Pattern.compile("active"),
            "PractitionerRole", Pattern.compile("active"),
            "Organization", Pattern.compile("active"),
            "RelatedPerson", Pattern.compile("(active|meta|identifier|name|telecom|relationship).*"));

    private final PrimaryCare care;
    private final Map<String, String> explained;
    private final List<Difference> differences;

    Leftovers(PrimaryCare care, Map<String, String> explained, List<Difference> differences) {
        this.care = care;
        this.explained = explained;
        this.differences = differences;
    }

    void check() {
        care.current().forEach((reference, resource) -> {
            if (!explained.containsKey(reference) && wasEverOurs(reference, resource)) {
                leftover(reference, resource);
            }
        });
        care.byResource().forEach((reference, versions) -> {
            boolean gone = versions.get(versions.size() - 1).resource().isEmpty();
            if (gone && wasEverOurs(reference, Json.MAPPER.createObjectNode())) {
                findings(reference).add("the resource", "to stand", "deleted at the recipient");
            }
        });
    }

    private boolean wasEverOurs(String reference, JsonNode resource) {
        return Shape.isOurs(resource)
                || care.history(reference).stream()
                        .flatMap(version -> version.resource().stream())
                        .anyMatch(Shape::isOurs);
    }

    private Findings findings(String reference) {
        return new Findings(differences, "", "", reference);
    }

    private void leftover(String reference, JsonNode resource) {
        String type = Json.text(resource, "resourceType");
        List<Version> versions = care.effectiveHistory(reference);
        if (type.equals("Patient") && versions.size() == 1 && isSubjectOfOurs(reference)) {
            return; // a person who is gone: the Patient is primary care's
        }
        if (!CHANGES.containsKey(type) || versions.size() < 2 || !isOver(type, resource)) {
            findings(reference).add("the resource", "none: no record and no rule explains it", "one that is in force");
            return;
        }
        var before = leaves(type, versions.get(versions.size() - 2).content().orElse(resource));
        var now = leaves(type, versions.get(versions.size() - 1).content().orElse(resource));
        before.forEach((path, value) -> {
            if (!value.equals(now.get(path))) {
                findings(reference).addText(path, value, now.getOrDefault(path, ""));
            }
        });
        now.keySet().stream()
                .filter(path -> !before.containsKey(path))
                .forEach(path -> findings(reference).addText(path, "", now.get(path)));
    }

    private boolean isSubjectOfOurs(String patient) {
        return care.all("CareTeam").stream()
                .filter(Shape::isOurs)
                .anyMatch(team -> Json.text(team, "subject", "reference").equals(patient));
    }

    /** Whether the resource says of itself that it no longer holds, and says nothing more. */
    private static boolean isOver(String type, JsonNode resource) {
        String status = Json.text(resource, "status");
        return switch (type) {
            case "CareTeam" ->
                status.equals("inactive")
                        && Json.list(resource, "participant").stream()
                                .allMatch(member -> member.path("period").has("end")
                                        || member.path("period").has("_end"));
            case "CarePlan", "Communication" ->
                status.equals("entered-in-error")
                        && Set.of("activity", "goal", "note", "payload", "description", "contained").stream()
                                .noneMatch(resource::has);
            case "RelatedPerson" ->
                Json.text(resource, "active").equals("false")
                        && Set.of("name", "telecom").stream().noneMatch(resource::has);
            default -> Json.text(resource, "active").equals("false");
        };
    }

    private static Map<String, String> leaves(String type, JsonNode resource) {
        var leaves = new TreeMap<String, String>();
        Claims.flatten("", resource, (path, value) -> {
            if (!CHANGES.get(type).matcher(path).matches()) {
                leaves.put(path, value.asText());
            }
        });
        return leaves;
    }
}
