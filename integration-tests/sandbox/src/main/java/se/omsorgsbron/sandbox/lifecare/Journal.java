package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The journal behind {@code POST /api/v2/provider_notes}. It takes what satisfies the contract's CreateProviderJournalNoteRequest, as
 * often as it comes: there is no key by which the same note would be known again. Nothing of the API shows what stands there;
 * {@code GET /_sandbox/journal} does, for the check. Kept in {@code journal.json} of the state folder. Thread-safe.
 */
final class Journal {
    static final String RESOURCE = "provider_notes";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> REQUIRED = Set.of(
            "occurrenceTimeUtc",
            "text",
            "clientId",
            "providerUnitId",
            "headlineId",
            "createdPersonnelId",
            "createdPersonnelTitle");
    private static final Set<String> OPTIONAL = Set.of("executionId", "createdDateTimeUtc", "isSigned");
    private static final Set<String> NUMBERS =
            Set.of("clientId", "providerUnitId", "headlineId", "createdPersonnelId", "executionId");
    /** Where each id has to be known. */
    private static final Map<String, String> KNOWN = Map.of(
            "clientId", "clients",
            "providerUnitId", "provider_units",
            "headlineId", "provider_headlines",
            "createdPersonnelId", "personnel",
            "executionId", "executions");

    private final Lists lists;
    private final Optional<Path> file;
    private final List<ObjectNode> notes = new ArrayList<>();

    Journal(Lists lists, Optional<Path> state) {
        this.lists = lists;
        this.file = state.map(folder -> folder.resolve("journal.json"));
        file.filter(Files::exists).ifPresent(this::load);
    }

    /** Writes a note down and answers as JournalNoteV2Dto. @throws Refusal with 400 that names the field */
    synchronized ObjectNode write(String municipality, byte[] body) {
        JsonNode request = parse(body);
        check(municipality, request);
        ObjectNode note = JSON.createObjectNode();
        note.put("id", notes.size() + 1);
        note.put("municipality", municipality);
        note.put("at", Instant.now().toString());
        note.set("request", request);
        notes.add(note);
        save();
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", note.get("id"));
        answer.set("unitId", request.get("providerUnitId"));
        answer.set("occurrenceTimeUtc", request.get("occurrenceTimeUtc"));
        answer.set("text", request.get("text"));
        answer.set("clientId", request.get("clientId"));
        return answer;
    }

    /** Everything that stands there: {@code [{"id", "municipality", "at", "request"}]}. */
    synchronized List<ObjectNode> notes() {
        return List.copyOf(notes);
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode request = JSON.readTree(body);
            if (request.isObject()) {
                return request;
            }
        } catch (JsonProcessingException unreadable) {
            // Told below, without what it quotes.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new Refusal(400, "The request is invalid: no JSON object");
    }

    private void check(String municipality, JsonNode request) {
        Set<String> fields = new TreeSet<>(REQUIRED);
        request.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            JsonNode value = request.path(field);
            boolean known = REQUIRED.contains(field) || OPTIONAL.contains(field);
            if (!known || value.isMissingNode() || value.isNull() || !fits(field, value)) {
                throw new Refusal(400, "The request is invalid: " + field);
            }
            if (KNOWN.containsKey(field) && !isThere(municipality, KNOWN.get(field), value.asText())) {
                throw new Refusal(400, "The request is invalid: there is no such " + field);
            }
        }
    }

    private static boolean fits(String field, JsonNode value) {
        if (NUMBERS.contains(field)) {
            return value.isInt();
        }
        if (field.equals("isSigned")) {
            return value.isBoolean();
        }
        if (field.endsWith("Utc")) {
            return value.isTextual() && isTime(value.textValue());
        }
        return value.isTextual() && !value.textValue().isBlank();
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 1900;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private boolean isThere(String municipality, String list, String id) {
        return lists.has(municipality, list, id);
    }

    private void load(Path kept) {
        try {
            JSON.readTree(Files.readAllBytes(kept)).forEach(note -> notes.add((ObjectNode) note));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before it is answered: what Lifecare says it has, it has. */
    private void save() {
        file.ifPresent(kept -> {
            try {
                Path half = kept.resolveSibling("journal.json.half");
                Files.createDirectories(kept.getParent());
                Files.write(half, JSON.writeValueAsBytes(notes));
                Files.move(half, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
