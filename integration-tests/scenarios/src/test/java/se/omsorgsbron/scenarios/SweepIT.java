package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nobody's data stand where they do not belong, after a load with a {@code kill -9}, hostile sources and a recipient that was down:
 * in no log, metric, health page, command, URL, nor in a table of the ledger that is not made for them.
 */
class SweepIT {
    /** What sources say is kept here, originals of what is held, and what a patrol may read: that is what they are for. */
    private static final Set<String> MADE_FOR_THEM =
            Set.of("fact", "fact_key", "subject_key", "key_owner", "held_item", "feed_entry");

    private final SharedTown town = SharedTown.get();
    private final Set<String> secrets = Canaries.secrets(town.editor);

    @Test
    void noPlaceHasWhatDoesNotBelongThere() throws IOException, SQLException {
        keysAndTokens(secrets);
        Map<String, String> places = new LinkedHashMap<>();
        logs(places);
        pages(places);
        commands(places);
        ledger(places);
        assertThat(secrets).hasSizeGreaterThan(150);
        assertThat(places).hasSizeGreaterThan(25);

        places.forEach((place, text) -> assertThat(found(text + Canaries.PLANTED, secrets))
                .as("planted in %s", place)
                .contains(Canaries.PLANTED));
        // Not the places themselves: what they have would stand in the build's log.
        places.forEach(
                (place, text) -> assertThat(found(text, secrets)).as(place).isEmpty());

        System.out.printf("Swept %d places for %d secrets: none found.%n", places.size(), secrets.size());
    }

    @Test
    void theLedgersTablesAreReallyRead() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table probe as select '" + Canaries.PLANTED + "' as word");
            try {
                Map<String, String> places = new LinkedHashMap<>();
                ledger(places);
                assertThat(found(places.get("table probe"), secrets)).containsExactly("Kanarie", Canaries.PLANTED);
            } finally {
                statement.execute("drop table probe");
            }
        }
    }

    @Test
    void primaryCareHasNeverBeenGivenWhatNeverLeaves() {
        Set<String> never = Canaries.neverDisclosed(town.editor);
        List<JsonNode> versions = town.fhir.history();
        assertThat(versions).hasSizeGreaterThan(250);

        String everything = versions.toString();

        assertThat(found(everything + Canaries.PLANTED, never)).containsExactly(Canaries.PLANTED);
        assertThat(found(everything, never)).isEmpty();
    }

    @Test
    void noHeapIsLeftBehind() throws IOException {
        try (Stream<Path> files = Files.walk(town.process.state().getParent())) {
            assertThat(files.filter(file -> file.toString().endsWith(".hprof"))).isEmpty();
        }
    }

    private static List<String> found(String text, Set<String> secrets) {
        return secrets.stream().filter(text::contains).toList();
    }

    /** The private keys of the town's clients, and how every token begins that is signed by them or given to them. */
    private void keysAndTokens(Set<String> all) throws IOException {
        try (Stream<Path> files = Files.list(town.process.state().resolve("secrets/clients"))) {
            for (Path file : files.toList()) {
                all.add(new JsonMapper().readTree(file.toFile()).path("d").asText());
            }
        }
        for (String header : List.of("{\"kid\":", "{\"alg\":", "{\"typ\":")) {
            byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
            // Without the last letter, in which the next byte takes part.
            all.add(Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .replaceAll(".$", ""));
        }
    }

    private void logs(Map<String, String> places) throws IOException {
        Path state = town.process.state();
        for (Path folder : List.of(state.resolve("logs"), state.getParent(), state)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".log")).toList()) {
                    places.put("log " + file.getFileName(), Files.readString(file));
                }
            }
        }
        assertThat(places.keySet())
                .contains(
                        "log bridge.log",
                        "log bridge-restarted.log",
                        "log lifecare.log",
                        "log fhir-server.log",
                        "log fhir-access.log",
                        "log authorization-server.log",
                        "log lifecare-access.log",
                        "log sandbox.log",
                        "log audit-anchors.log");
    }

    private void pages(Map<String, String> places) {
        Web bridge =
                new Web(java.net.URI.create(town.process.note().path("bridge").asText()));
        Map<String, List<String>> pages = Map.of(
                "monitoring",
                        List.of("/actuator/health", "/actuator/prometheus", "/actuator/metrics", "/nowhere?Kanarie"),
                "operations-0127", List.of("/api/held", "/api/grounds/Kanarie"),
                "auditor-0127", List.of("/api/audit?count=500", "/api/audit?after=Kanarie"),
                "primary-care-0127", List.of("/fhir/metadata", "/fhir/CareTeam?name=Kanarie"));
        pages.forEach((client, paths) -> {
            Web caller = bridge.showing(town.process.token(client));
            paths.forEach(path -> places.put(
                    "page " + path.replaceAll("[?].*", " ?"),
                    caller.answer("GET", path, null).body()));
        });
    }

    private void commands(Map<String, String> places) {
        List<List<String>> commands = List.of(
                List.of("held", "list"),
                List.of("held", "list", "--json"),
                List.of("disclosure", "show"),
                List.of("disclosure", "explain", "--person", "client:110001", "--recipient", "primary-care"),
                List.of("audit", "export"),
                List.of("audit", "who-looked", "--person", "client:110001"));
        for (List<String> command : commands) {
            TownProcess.Output output = town.process.bridge(command.toArray(String[]::new));
            assertThat(output.exitCode()).as(command.toString()).isZero();
            places.put("command " + String.join(" ", command), output.text());
        }
    }

    private void ledger(Map<String, String> places) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            tables.removeAll(MADE_FOR_THEM);
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery(
                        "select coalesce(string_agg(t::text, chr(10)), '') from \"" + table + "\" t")) {
                    rows.next();
                    places.put("table " + table, rows.getString(1));
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(town.process.note().path("ledger").asText(), "postgres", "postgres");
    }
}
