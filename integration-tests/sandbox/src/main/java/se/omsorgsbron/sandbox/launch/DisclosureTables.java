package se.omsorgsbron.sandbox.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.omsorgsbron.sandbox.check.Policy;
import se.omsorgsbron.sandbox.check.TablePolicy;

/**
 * Which table of disclosure each municipality of a town gets: the one that {@code town.yaml} names, else the one that is shipped
 * for a municipality of that name, else Botkyrka's. A town that records no ground for anybody would show nothing but contacts;
 * there primary care is taken to be run by the municipality itself, which needs no ground of each person.
 */
final class DisclosureTables {
    private static final List<String> SHIPPED = List.of("botkyrka", "nacka");
    private static final Set<String> GROUNDS =
            Set.of("consent", "consent-withdrawn", "svod-information", "harm-test", "block");
    private static final String OPEN = """
            # The sandbox's, for a town that records no grounds: primary care is the municipality's own.
            recipient;concept;part;ground;decision;days
            primary-care;contacts;all;same-municipality;;
            primary-care;team;all;same-municipality;;
            primary-care;relatives;all;same-municipality;;
            primary-care;plans;all;same-municipality;;
            primary-care;action-plans;all;same-municipality;;
            primary-care;notes;deviation;same-municipality;;
            primary-care;notes;risk;same-municipality;;
            primary-care;notes;follow-up;same-municipality;;
            primary-care;notes;changed-need;same-municipality;;
            primary-care;notes;hand-over;same-municipality;;
            primary-care;notes;critical-information;same-municipality;;
            night-patrol;contacts;all;same-municipality;;
            night-patrol;plans;night-activities;same-municipality;;
            night-patrol;plans;important;same-municipality;;
            night-patrol;notes;deviation;same-municipality;;
            night-patrol;notes;risk;same-municipality;;
            night-patrol;notes;hand-over;same-municipality;;
            night-patrol;notes;critical-information;same-municipality;;
            case-system;notes;all;same-municipality;;
            """;

    private final Path town;
    private final Path state;

    /**
     * @param town the town's folder
     * @param state the run's folder, in which a table is written where the town needs one
     */
    DisclosureTables(Path town, Path state) {
        this.town = town;
        this.state = state;
    }

    /** A table by name or path, and who runs primary care. */
    record Choice(String table, String operatedBy) {
        /** Who runs the night patrol: a private provider where the table discloses to one. */
        String patrolOperatedBy() throws IOException {
            return text(table).lines().anyMatch(row -> row.matches("night-patrol;.*;private-provider;.*"))
                    ? "private-provider"
                    : "municipality";
        }
    }

    Choice choose(JsonNode municipality) throws IOException {
        if (municipality.hasNonNull("disclosure")) {
            Path own = town.resolve(municipality.path("disclosure").asText());
            return new Choice(
                    Files.exists(own)
                            ? own.toString()
                            : municipality.path("disclosure").asText(),
                    "region");
        }
        if (!recordsGrounds()) {
            Path open = state.resolve("disclosure-open.csv");
            Files.writeString(open, OPEN);
            return new Choice(open.toString(), "municipality");
        }
        String name = municipality.path("name").asText().toLowerCase(Locale.ROOT);
        return new Choice(SHIPPED.contains(name) ? name : SHIPPED.get(0), "region");
    }

    /** Whether anybody's ground for disclosure stands in the town's supplements. */
    boolean recordsGrounds() throws IOException {
        Path supplements = town.resolve("supplements.csv");
        if (!Files.exists(supplements)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(supplements)) {
            return lines.map(line -> line.split(";", 4))
                    .anyMatch(cells -> cells.length > 3 && GROUNDS.contains(cells[2].strip()));
        }
    }

    /** What that recipient may have by the tables that a bridge's configuration names, as the checker reads them, by municipality. */
    static Map<String, Policy> policies(Path configuration, String recipient) {
        Map<String, Policy> policies = new TreeMap<>();
        try {
            JsonNode municipalities =
                    new YAMLMapper().readTree(configuration.toFile()).at("/omsorgsbron/municipalities");
            for (Map.Entry<String, JsonNode> entry : municipalities.properties()) {
                String operatedBy = entry.getValue()
                        .at("/recipients/" + recipient + "/operated-by")
                        .asText("region");
                policies.put(
                        entry.getKey(),
                        new TablePolicy(text(entry.getValue().path("disclosure").asText()), recipient, operatedBy));
            }
            return policies;
        } catch (IOException e) {
            throw new UncheckedIOException("the bridge's configuration cannot be read", e);
        }
    }

    private static String text(String table) throws IOException {
        if (!SHIPPED.contains(table)) {
            return Files.readString(Path.of(table));
        }
        try (InputStream shipped = DisclosureTables.class.getResourceAsStream("/disclosure/" + table + ".csv")) {
            return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
