package se.omsorgsbron.bridge.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.omsorgsbron.api.domain.FactKind;
import se.omsorgsbron.api.json.StrictJson;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.explain.Explanation.Given;
import se.omsorgsbron.bridge.explain.Explanation.Share;
import se.omsorgsbron.bridge.explain.Explanation.Shown;
import se.omsorgsbron.fhir.validation.ValidationIssue;

/** Explanations of records as a person or a program reads them. With the content: that is what they are for. */
public final class ExplanationWords {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NO_ITEM =
            "No item: what may not leave makes none, nor a draft, nor what the recipient wrote itself or has no place for.";

    private final Lines lines = new Lines();
    private final ArrayNode array = JSON.createArrayNode();

    /** Adds one. */
    public void add(Explanation explanation) {
        ObjectNode node = array.addObject();
        node.put("record", explanation.label());
        node.put("kind", explanation.kind());
        lines.line(0, explanation.label() + ": " + explanation.kind());
        read(explanation, node);
        fields(explanation, node);
        fhir(explanation.resources(), node);
        shares(explanation.recipients(), node);
        lines.line(0, "");
    }

    public String prose() {
        return lines.toString();
    }

    public String json() {
        return array.toPrettyString() + System.lineSeparator();
    }

    private void read(Explanation explanation, ObjectNode node) {
        lines.line(1, "Read as");
        problems(explanation.problems(), node, 2);
        ArrayNode facts = node.putArray("facts");
        for (Fact fact : explanation.facts()) {
            String kind = FactKind.of(fact.content()).code();
            Map<String, String> said = FactLeaves.of(fact.content());
            lines.line(2, kind + ", " + fact.source().path() + ", about " + FactLeaves.name(fact.subject()));
            said.forEach((name, value) -> lines.line(3, name + ": " + value));
            ObjectNode one = facts.addObject();
            one.put("kind", kind);
            one.put("source", fact.source().path());
            one.put("about", FactLeaves.name(fact.subject()));
            said.forEach(one.putObject("content")::put);
        }
        explanation.none().ifPresent(why -> {
            lines.line(2, "nothing. " + why);
            node.put("nothing", why);
        });
        explanation.assumed().forEach(sentence -> lines.line(2, sentence));
        explanation.assumed().forEach(node.putArray("assumed")::add);
    }

    private void problems(List<Problem> problems, ObjectNode node, int depth) {
        ArrayNode array = node.putArray("problems");
        if (!problems.isEmpty()) {
            lines.line(depth, "nothing yet: it is held until its source mends it");
        }
        for (Problem problem : problems) {
            lines.line(
                    depth,
                    problem.reason().english() + " – "
                            + (problem.field().isEmpty() ? "" : problem.field() + ": ") + "found " + problem.found()
                            + ", expected " + problem.expected() + " ("
                            + problem.reason().code() + "; "
                            + problem.reason().owner().code() + " has to act)");
            node(array.addObject(), problem);
        }
    }

    private void fields(Explanation explanation, ObjectNode node) {
        lines.line(1, "Fields used: " + explanation.used().size());
        ObjectNode used = node.putObject("used");
        explanation.used().forEach((path, where) -> {
            lines.line(2, path + " -> " + String.join(", ", where));
            where.forEach(used.putArray(path)::add);
        });
        lines.line(1, "Fields not used: " + explanation.unused().size());
        ObjectNode unused = node.putObject("unused");
        explanation.unused().forEach((path, why) -> {
            lines.line(2, path + ": " + why);
            unused.put(path, why);
        });
    }

    private void fhir(List<Shown> resources, ObjectNode node) {
        lines.line(1, "In FHIR R4" + (resources.isEmpty() ? ": nothing by itself" : ""));
        ArrayNode array = node.putArray("fhir");
        for (Shown shown : resources) {
            JsonNode resource = Inputs.json(shown.json());
            ObjectNode one = array.addObject();
            one.set("resource", resource);
            ArrayNode issues = one.putArray("issues");
            boolean blocked = shown.issues().stream().anyMatch(ValidationIssue::blocks);
            lines.line(2, resource.path("resourceType").asText() + ": " + (blocked ? "not valid" : "valid"));
            for (ValidationIssue issue : shown.issues()) {
                String severity = issue.severity().name().toLowerCase(Locale.ROOT);
                lines.line(3, severity + " at " + issue.location() + ": " + issue.text() + " (" + issue.id() + ")");
                issues.addObject()
                        .put("severity", severity)
                        .put("location", issue.location())
                        .put("text", issue.text())
                        .put("id", issue.id());
            }
            lines.block(3, resource.toPrettyString());
        }
    }

    private void shares(List<Share> shares, ObjectNode node) {
        if (shares.isEmpty()) {
            return;
        }
        lines.line(1, "What each recipient gets");
        add(shares, lines, node.putArray("recipients"));
    }

    /** Adds what each recipient gets. */
    static void add(List<Share> shares, Lines lines, ArrayNode array) {
        for (Share share : shares) {
            ObjectNode one = array.addObject();
            one.put("recipient", share.recipient());
            lines.line(2, share.recipient());
            share.may().ifPresent(words -> {
                lines.block(3, words.prose().strip());
                one.set("parts", words.nodes());
            });
            ArrayNode items = one.putArray("items");
            share.items().orElse(List.of()).forEach(given -> item(given, lines, items.addObject()));
            if (share.items().filter(List::isEmpty).isPresent()) {
                lines.line(3, NO_ITEM);
                one.put("nothing", NO_ITEM);
            }
        }
    }

    private static void item(Given given, Lines lines, ObjectNode node) {
        Item item = given.item();
        boolean held = !given.problems().isEmpty();
        String mode = item.mode().name().toLowerCase(Locale.ROOT);
        lines.line(3, item.key() + " (" + mode + ")" + (held ? " is held" : ""));
        node.put("key", item.key());
        node.put("mode", mode);
        ArrayNode problems = node.putArray("problems");
        for (Problem problem : given.problems()) {
            lines.line(4, problem.field() + ": found " + problem.found() + ", expected " + problem.expected());
            node(problems.addObject(), problem);
        }
        JsonNode content = StrictJson.read(item.content().getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> JSON.getNodeFactory().textNode(item.content()));
        node.set("content", content);
        lines.block(4, content.isTextual() ? content.textValue() : content.toPrettyString());
    }

    private static void node(ObjectNode node, Problem problem) {
        node.put("reason", problem.reason().code())
                .put("field", problem.field())
                .put("found", problem.found())
                .put("expected", problem.expected());
    }
}
