package se.omsorgsbron.bridge.entrance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.RecordedGround.Kind;
import se.omsorgsbron.api.domain.RecordedGround.Scope;
import se.omsorgsbron.bridge.operations.GroundDesk;

/** A ground for disclosure as JSON, both ways; docs/http-api.md shows it. */
final class GroundJson {
    private static final JsonMapper JSON = new JsonMapper();

    private GroundJson() {}

    /**
     * Reads a ground; what is wrong is noted in the body.
     *
     * @param recipients the municipality's, which a scope can name
     */
    static Optional<RecordedGround> read(Body body, List<String> recipients) {
        Optional<Kind> kind = body.text("kind", "one of " + kinds())
                .flatMap(code -> Kind.ofCode(code).or(() -> {
                    body.wrong("kind", code.length() + " characters", "one of " + kinds());
                    return Optional.empty();
                }));
        Optional<LocalDate> from = body.day("from");
        Optional<LocalDate> until = body.day("until");
        if (from.isEmpty() && !kind.map(Kind::stops).orElse(false)) {
            body.wrong("from", "nothing", "a day, such as 2026-11-24");
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            body.wrong("until", "a day before that in 'from'", "that day or a later one");
        }
        Scope scope = scope(body, kind, recipients);
        Optional<String> recordedBy = body.text("recordedBy", "who recorded it, in at most 500 characters");
        return kind.flatMap(
                known -> recordedBy.map(who -> new RecordedGround(known, scope, new Period(from, until), who)));
    }

    private static Scope scope(Body body, Optional<Kind> kind, List<String> recipients) {
        Body scope = body.object("scope", "an object with 'recipients' and 'concepts'");
        String known = "names of recipients: " + String.join(", ", recipients) + "; none for all";
        List<String> named = scope.texts("recipients", known);
        if (!recipients.containsAll(named)) {
            scope.wrong("recipients", "a name that is none of them", known);
        }
        String concepts = "some of "
                + Arrays.stream(DisclosedConcept.values())
                        .map(DisclosedConcept::code)
                        .collect(Collectors.joining(", "));
        List<Optional<DisclosedConcept>> read = scope.texts("concepts", concepts).stream()
                .map(DisclosedConcept::ofCode)
                .toList();
        boolean allows = kind.map(k -> k == Kind.CONSENT || k == Kind.HARM_TEST).orElse(false);
        if (!read.stream().allMatch(Optional::isPresent)) {
            scope.wrong("concepts", "a concept that is not known", concepts);
        } else if (allows && read.isEmpty()) {
            // Privacy: what allows something has to say what.
            scope.wrong("concepts", "nothing", concepts);
        }
        scope.end();
        return new Scope(named, read.stream().flatMap(Optional::stream).toList());
    }

    /** The ground as JSON; the person by the UUID in the ledger. */
    static ObjectNode write(GroundDesk.Kept kept) {
        RecordedGround ground = kept.ground();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", kept.id().toString());
        node.put("person", kept.person().toString());
        node.put("kind", ground.kind().code());
        ground.period().start().ifPresent(day -> node.put("from", day.toString()));
        ground.period().end().ifPresent(day -> node.put("until", day.toString()));
        ObjectNode scope = node.putObject("scope");
        ground.scope().recipients().forEach(scope.putArray("recipients")::add);
        ground.scope().concepts().stream().map(DisclosedConcept::code).forEach(scope.putArray("concepts")::add);
        node.put("recordedBy", ground.recordedBy());
        return node;
    }

    /** Several, in a JSON array. */
    static String write(List<GroundDesk.Kept> grounds) {
        ArrayNode array = JSON.createArrayNode();
        grounds.forEach(kept -> array.add(write(kept)));
        return array.toString();
    }

    private static String kinds() {
        return Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.joining(", "));
    }
}
