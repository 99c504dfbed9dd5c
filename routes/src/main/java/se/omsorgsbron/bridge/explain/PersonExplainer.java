package se.omsorgsbron.bridge.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.FactKind;
import se.omsorgsbron.bridge.compose.Composer;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.PersonData;
import se.omsorgsbron.bridge.ledger.PersonData.Part;
import se.omsorgsbron.bridge.ledger.SubjectFacts;
import se.omsorgsbron.bridge.operations.DisclosureWords;

/** Explains a person's whole record: every fact with where it comes from and who was given it, what each recipient gets, what is held. */
public final class PersonExplainer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> HELD_NOW = Set.of("OPEN", "RETRIED");

    private final FactReader facts;
    private final PersonData data;
    private final Shares shares;
    private final Lines lines = new Lines();
    private final ObjectNode node = JSON.createObjectNode();

    /** @param shares what each recipient of the person's municipality gets */
    public PersonExplainer(FactReader facts, PersonData data, Shares shares) {
        this.facts = facts;
        this.data = data;
        this.shares = shares;
    }

    /**
     * Adds a person.
     *
     * @param zone of the municipality
     * @param day on which
     */
    public void explain(String municipality, UUID person, ZoneId zone, LocalDate day) {
        node.put("municipality", municipality);
        node.put("person", person.toString());
        lines.line(0, "Person " + person + " in " + municipality);
        Map<String, List<JsonNode>> rows = data.export(municipality, person).stream()
                .collect(Collectors.toMap(
                        Part::table,
                        part -> part.rows().stream().map(Inputs::json).toList()));
        List<JsonNode> deliveries = rows.get("delivery");
        facts.read(municipality, person).ifPresent(all -> {
            known(all, new Whereabouts(person, deliveries, shares.forms()));
            Composer.compose(all, day, zone).ifPresent(record -> {
                lines.line(1, "What each recipient gets");
                ExplanationWords.add(
                        shares.of(all, record, DisclosureWords.EVERYTHING, given(deliveries), day),
                        lines,
                        node.putArray("recipients"));
            });
        });
        held(rows.get("held_item").stream()
                .filter(row -> HELD_NOW.contains(row.path("state").asText()))
                .toList());
    }

    public String prose() {
        return lines.toString();
    }

    public JsonNode json() {
        return node;
    }

    private void known(SubjectFacts all, Whereabouts whereabouts) {
        lines.line(1, "What is known: " + all.facts().size() + " facts");
        ArrayNode array = node.putArray("facts");
        for (KeptFact fact : all.facts()) {
            String kind = FactKind.of(fact.content()).code();
            String gone = fact.goneSince().map(since -> ", gone since " + since).orElse("");
            lines.line(2, kind + ", from " + fact.source().path() + ", first seen " + fact.firstSeen() + gone);
            Map<String, String> said = FactLeaves.of(fact.content());
            said.forEach((name, value) -> lines.line(3, name + ": " + value));
            List<String> given = whereabouts.of(fact);
            given.forEach(place -> lines.line(3, "-> " + place));
            ObjectNode one = array.addObject();
            one.put("kind", kind);
            one.put("source", fact.source().path());
            one.put("firstSeen", fact.firstSeen().toString());
            fact.goneSince().ifPresent(since -> one.put("goneSince", since.toString()));
            said.forEach(one.putObject("content")::put);
            given.forEach(one.putArray("given")::add);
        }
    }

    private static Map<String, Set<String>> given(List<JsonNode> deliveries) {
        return deliveries.stream()
                .filter(row -> row.hasNonNull("accepted_hash"))
                .collect(Collectors.groupingBy(
                        row -> row.path("recipient").asText(),
                        Collectors.mapping(row -> row.path("item_key").asText(), Collectors.toSet())));
    }

    private void held(List<JsonNode> rows) {
        lines.line(1, rows.isEmpty() ? "Nothing is held." : "Held");
        ArrayNode array = node.putArray("held");
        for (JsonNode row : rows) {
            String id = row.path("id").asText();
            lines.line(
                    2, row.path("source").asText() + ": " + row.path("reason").asText() + " (held show " + id + ")");
            array.addObject()
                    .put("id", row.path("id").asLong())
                    .put("source", row.path("source").asText())
                    .put("reason", row.path("reason").asText());
        }
    }

    /** Where the deliveries of a person have put a fact. */
    private record Whereabouts(UUID person, List<JsonNode> deliveries, Map<String, Form> forms) {
        List<String> of(KeptFact fact) {
            return deliveries.stream()
                    .filter(row -> Places.has(
                            person,
                            fact,
                            form(row),
                            row.path("concept").asText(),
                            row.path("item_key").asText()))
                    .map(row -> row.path("recipient").asText() + ", "
                            + row.path("item_key").asText() + ": "
                            + row.path("rung").asText().toLowerCase(Locale.ROOT)
                            + Stream.of("accepted_at")
                                    .filter(row::hasNonNull)
                                    .map(at -> " " + row.path(at).asText())
                                    .collect(Collectors.joining()))
                    .sorted()
                    .toList();
        }

        private Optional<Form> form(JsonNode row) {
            return Optional.ofNullable(forms.get(row.path("recipient").asText()));
        }
    }
}
