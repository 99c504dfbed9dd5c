package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Three people, a Lifecare that has them, and a FHIR server that holds exactly what it should; tests then change one thing. */
final class TinyTown implements AutoCloseable {
    private static final Ids IDS = new Ids("0127");
    static final String UNIT = "Organization/" + IDS.organization("100101");
    static final String STAFF = "Practitioner/" + IDS.practitioner("100301");
    static final String OTHER_STAFF = "Practitioner/" + IDS.practitioner("100302");
    static final String ROLE = "PractitionerRole/" + IDS.role("100301", "100101");
    static final String OTHER_ROLE = "PractitionerRole/" + IDS.role("100302", "100101");
    static final String PATIENT = "Patient/17";
    static final String PROTECTED_PATIENT = "Patient/18";
    static final String RELATIVE = "RelatedPerson/" + IDS.related("110001", "relatives/170001");
    static final String TEAM = "CareTeam/" + IDS.team("110001");
    static final String PROTECTED_TEAM = "CareTeam/" + IDS.team("110002");
    static final String PLAN = "CarePlan/" + IDS.plan("110001", "140001");
    static final String NOTE = "Communication/" + IDS.note("110001", "documentations/D-1");

    static final Instant LOADED = Instant.parse("2026-11-20T08:00:00Z");
    private static final HeldItem INVALID_NUMBER = new HeldItem(
            "1", "0127", "lifecare/clients/110003", "invalid-identity-number", "case-officer", "no valid number");

    private final Path folder;
    final FakeLifecare lifecare = new FakeLifecare();
    final FakeFhir fhir = new FakeFhir();
    List<HeldItem> held = List.of(INVALID_NUMBER);
    static final Set<String> ALL_ROLES = Set.of("relative", "case-officer", "legal-guardian", "physician");
    Disclosed disclosed = new Disclosed(
            true,
            ALL_ROLES,
            Set.of("implementation-plan", "action-plan"),
            Set.of("implementation-plan/all", "action-plan/all"),
            Set.of("risk", "deviation"));

    TinyTown() throws IOException, URISyntaxException {
        folder = Path.of(TinyTown.class.getResource("tiny-town").toURI());
        read("lifecare.json")
                .properties()
                .forEach(list -> lifecare.list(list.getKey()).addAll((ArrayNode) list.getValue()));
        read("fhir.json").forEach(resource -> fhir.put((ObjectNode) resource, LOADED));
    }

    private JsonNode read(String file) throws IOException {
        return Json.MAPPER.readTree(Files.readString(folder.resolve(file)));
    }

    CheckResult check() {
        return check(Optional.empty());
    }

    /** The same, and the night patrol, which may have that. */
    CheckResult checkPatrol(Disclosed may) {
        URI page = lifecare.base().resolve("/_sandbox/patrol");
        return check(Optional.of(new PatrolInput(page, Map.of("0127", (file, citizen) -> may))));
    }

    private CheckResult check(Optional<PatrolInput> patrols) {
        return new Checker(new CheckInput(
                        lifecare.base(),
                        fhir.base(),
                        folder,
                        Map.of("0127", (file, citizen) -> disclosed),
                        Map.of("0127", "https://example.org/0127/lifecare"),
                        () -> held,
                        patrols,
                        Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC)))
                .check();
    }

    /** Lifecare's record with that id. */
    ObjectNode record(String list, String id) {
        for (JsonNode node : lifecare.list(list)) {
            if (Json.text(node, "Id").equals(id)) {
                return (ObjectNode) node;
            }
        }
        throw new IllegalArgumentException(list + " has no " + id);
    }

    @Override
    public void close() {
        lifecare.close();
        fhir.close();
    }
}
