package se.omsorgsbron.sandbox.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.sandbox.town.Town;

/**
 * Writes the bridge's configuration for a town, as an engineer would for a municipality: one file, and a file for each secret
 * beside it.
 */
final class BridgeSettings {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    /** Whom the bridge keeps in step, in each municipality. */
    static final List<String> RECIPIENTS = List.of("primary-care");

    private final StateFolder state;
    private final Path town;

    BridgeSettings(StateFolder state, Path town) {
        this.state = state;
        this.town = town;
    }

    /** Where the systems of the town answer. */
    record Addresses(String ledger, String lifecare, String fhir, String issuer, int bridgePort) {}

    void write(Addresses addresses) throws IOException {
        Files.createDirectories(state.secrets());
        Map<String, Object> municipalities = new LinkedHashMap<>();
        JsonNode configured = YAML.readTree(town.resolve("town.yaml").toFile()).path("municipalities");
        for (Map.Entry<String, JsonNode> entry : configured.properties()) {
            municipalities.put(entry.getKey(), municipality(entry.getKey(), entry.getValue(), addresses));
        }
        Map<String, Object> bridge = new LinkedHashMap<>();
        bridge.put(
                "ledger",
                Map.of(
                        "url", addresses.ledger(),
                        "username", "postgres",
                        "password-file", secret("ledger-password", "postgres")));
        bridge.put("observe", Map.of("interval", "1s", "slow-interval", "3s", "overlap", "10s", "orphan-grace", "3s"));
        bridge.put("deliver", Map.of("backoff-max", "5s", "sweep-interval", "250ms", "claim", "20s"));
        bridge.put(
                "audit",
                Map.of("anchors", state.path().resolve("audit-anchors.log").toString()));
        bridge.put("entrance", EntranceSettings.of(addresses.issuer(), TownClients.of(Town.read(town), RECIPIENTS)));
        bridge.put("operators", Map.of(user(), List.of("operations", "coordinator", "auditor", "data-protection")));
        bridge.put("municipalities", municipalities);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("server", Map.of("port", addresses.bridgePort()));
        file.put("omsorgsbron", bridge);
        YAML.writeValue(state.configuration().toFile(), file);
    }

    /** Whoever starts the town may use every command on it; by the name that the commands see. */
    private static String user() {
        return Optional.ofNullable(System.getenv("SUDO_USER"))
                .filter(name -> !name.isBlank())
                .orElse(System.getProperty("user.name"));
    }

    private Map<String, Object> municipality(String code, JsonNode town, Addresses addresses) throws IOException {
        Map<String, Object> caseSystem = new LinkedHashMap<>();
        caseSystem.put("type", "lifecare");
        caseSystem.put("url", addresses.lifecare());
        caseSystem.put("domain", code);
        caseSystem.put(
                "key-file", secret("lifecare-key-" + code, town.path("key").asText()));
        Map<String, Object> headlines = new LinkedHashMap<>();
        headlines.put("notes", inverse(town.path("headlines").path("notes"), true));
        headlines.put("plan", inverse(town.path("headlines").path("plan"), true));
        caseSystem.put("headlines", headlines);
        caseSystem.put("relations", inverse(town.path("relations"), false));
        if (town.has("journal")) {
            caseSystem.put("journal", journal(town));
        }
        if (Files.exists(this.town.resolve("supplements.csv"))) {
            caseSystem.put("supplements", this.town.resolve("supplements.csv").toString());
        }
        Map<String, Object> primaryCare = new LinkedHashMap<>();
        primaryCare.put("type", "fhir-r4");
        primaryCare.put("url", addresses.fhir());
        primaryCare.put("create-patients", true);
        Map<String, Object> oauth2 = new LinkedHashMap<>();
        oauth2.put("token-url", addresses.issuer() + "/oauth2/token");
        oauth2.put("client-id", TownClients.BRIDGE_ID);
        oauth2.put("scope", TownClients.EVERYTHING);
        oauth2.put("key-file", state.clientKey(TownClients.BRIDGE_ID).toString());
        primaryCare.put("oauth2", oauth2);
        DisclosureTables.Choice disclosure = new DisclosureTables(this.town, state.path()).choose(town);
        primaryCare.put("operated-by", disclosure.operatedBy());
        Map<String, Object> municipality = new LinkedHashMap<>();
        municipality.put("name", town.path("name").asText(code));
        municipality.put("case-system", caseSystem);
        municipality.put("disclosure", disclosure.table());
        Map<String, Object> recipients = new LinkedHashMap<>();
        recipients.put("primary-care", primaryCare);
        recipients.put("night-patrol", Map.of("type", "night-patrol", "operated-by", disclosure.patrolOperatedBy()));
        municipality.put("recipients", recipients);
        return municipality;
    }

    /** Notes that were written elsewhere stand under the first headline of their kind. */
    private static Map<String, Object> journal(JsonNode town) {
        Map<String, Object> headlines = new LinkedHashMap<>();
        inverse(town.path("headlines").path("notes"), true).forEach((kind, ids) -> headlines.put(kind, ids.get(0)));
        Map<String, Object> journal = new LinkedHashMap<>();
        journal.put("personnel-id", town.path("journal").path("personnel").asInt());
        journal.put("headlines", headlines);
        return journal;
    }

    /** The town says what each headline means; the bridge is told which headlines mean a thing. */
    private static Map<String, List<Object>> inverse(JsonNode table, boolean numbers) {
        Map<String, List<Object>> inverse = new LinkedHashMap<>();
        table.properties()
                .forEach(entry -> inverse.computeIfAbsent(entry.getValue().asText(), k -> new ArrayList<>())
                        .add(numbers ? (Object) Integer.valueOf(entry.getKey()) : entry.getKey()));
        return inverse;
    }

    private String secret(String name, String value) throws IOException {
        Path file = state.secrets().resolve(name);
        Files.writeString(file, value + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }
}
