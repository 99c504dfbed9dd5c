package se.omsorgsbron.lifecare.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.lifecare.client.PageReader.Broken;
import se.omsorgsbron.lifecare.mapper.Subjects;
import se.omsorgsbron.lifecare.wire.Resource;

/**
 * What one reading of a feed has given so far, a record at most once: the last that was seen of it counts. Where something could
 * not be read and it cannot be told which record that was, the reading is not whole.
 */
final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Resource resource;
    private final Map<SourceReference, Observation> items = new LinkedHashMap<>();
    private boolean whole = true;

    Reading(Resource resource) {
        this.resource = resource;
    }

    /** Takes a record of the list. */
    void record(JsonNode record, RecordMapper mapper) {
        if (!record.isObject()) {
            whole = false;
            unreadable(nameless(record), Optional.empty(), record.toString(), notJson("something else", "a record"));
            return;
        }
        Optional<String> id = id(record);
        whole &= id.isPresent();
        SourceReference source = id.map(resource::source).orElseGet(() -> nameless(record));
        if (id.isPresent() && record.path("Deleted").asBoolean(false)) {
            add(new Observation.Gone(source));
        } else {
            mapped(source, Subjects.of(resource, record), record, mapper.map(record));
        }
    }

    /** Takes what became of a record. */
    void mapped(SourceReference source, Optional<SubjectKey> subject, JsonNode record, Mapped<List<Fact>> mapped) {
        if (mapped instanceof Mapped.Value<List<Fact>> value) {
            add(new Observation.Read(source, value.value(), value.unused()));
        } else if (mapped instanceof Mapped.Rejected<List<Fact>> rejected) {
            unreadable(source, subject, record.toString(), rejected.problems());
        }
    }

    /** Takes a page that is no list of records. */
    void broken(Broken page) {
        unreadable(
                resource.source("page-" + page.offset()),
                Optional.empty(),
                page.body(),
                notJson(page.body().length() + " characters that are no list of records", "a list of records as JSON"));
    }

    void add(Observation observation) {
        items.put(observation.source(), observation);
    }

    void notWhole() {
        whole = false;
    }

    boolean whole() {
        return whole;
    }

    /** The result; {@code coverage} holds only if the reading is whole. */
    Observations observations(Coverage coverage) {
        if (!whole) {
            LOG.warn(
                    "lifecare {}: not all of it could be read, so what is missing counts for nothing", resource.code());
        }
        return new Observations(new ArrayList<>(items.values()), whole ? coverage : new Coverage.Partial());
    }

    /** Reports to {@link #broken}, for a page reader. */
    Consumer<Broken> brokenPages() {
        return this::broken;
    }

    /** The reference of something without an id: the same for the same content, so that it is held once. */
    SourceReference nameless(JsonNode record) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha.digest(record.toString().getBytes(StandardCharsets.UTF_8));
            return resource.source("without-id-" + HexFormat.of().formatHex(hash, 0, 6));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static Optional<String> id(JsonNode record) {
        JsonNode id = record.path("Id");
        boolean readable =
                id.isIntegralNumber() || (id.isTextual() && !id.textValue().isBlank());
        return readable ? Optional.of(id.asText()) : Optional.empty();
    }

    static List<Problem> notJson(String found, String expected) {
        return List.of(new Problem(Reason.NOT_JSON, "", found, expected));
    }

    void unreadable(SourceReference source, Optional<SubjectKey> subject, String original, List<Problem> problems) {
        add(new Observation.Unreadable(source, subject, original, problems));
    }
}
