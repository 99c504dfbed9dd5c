package se.omsorgsbron.caremanagement.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import se.omsorgsbron.caremanagement.client.ErrandList.Broken;
import se.omsorgsbron.caremanagement.mapper.MappingContext;
import se.omsorgsbron.caremanagement.mapper.StakeholderMapper;
import se.omsorgsbron.caremanagement.mapper.Whose;
import se.omsorgsbron.caremanagement.wire.Resource;

/**
 * What one reading of a feed has given so far, a record at most once: the last that was seen of it counts. Where something could not be
 * read and it cannot be told which record that was, the reading is not whole.
 */
final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final String feed;
    private final MappingContext context;
    private final Map<SourceReference, Observation> items = new LinkedHashMap<>();
    private boolean whole = true;

    Reading(String feed, MappingContext context) {
        this.feed = feed;
        this.context = context;
    }

    /** Takes a record of an errand. */
    void record(Resource resource, JsonNode record, Whose whose, RecordMapper mapper) {
        if (!record.isObject()) {
            whole = false;
            unreadable(nameless(resource, record), Optional.empty(), record, notJson("something else", "a record"));
            return;
        }
        Optional<String> id = id(record);
        whole &= id.isPresent();
        SourceReference source = id.map(resource::source).orElseGet(() -> nameless(resource, record));
        if (whose instanceof Whose.Known known) {
            mapped(source, known, record, mapper.map(record, known, context));
        } else if (whose instanceof Whose.Unknown unknown) {
            unreadable(source, Optional.empty(), record, List.of(unknown.problem()));
        }
    }

    private void mapped(SourceReference source, Whose.Known whose, JsonNode record, Mapped<List<Fact>> mapped) {
        if (mapped instanceof Mapped.Value<List<Fact>> value) {
            items.put(source, new Observation.Read(source, value.value(), value.unused()));
        } else if (mapped instanceof Mapped.Rejected<List<Fact>> rejected) {
            unreadable(source, Optional.of(whose.key()), record, rejected.problems());
        }
    }

    /** Takes a record that is held whoever it is about. */
    void unreadable(Resource resource, JsonNode record, Problem problem) {
        SourceReference source = id(record).map(resource::source).orElseGet(() -> nameless(resource, record));
        unreadable(source, Optional.empty(), record, List.of(problem));
    }

    /** Takes a page or a list that is none. */
    void broken(Resource resource, Broken page) {
        whole = false;
        SourceReference source = resource.source(page.name());
        String found = page.body().length() + " characters that are no list of records";
        items.put(
                source,
                new Observation.Unreadable(
                        source, Optional.empty(), page.body(), notJson(found, "a list of records as JSON")));
    }

    void notWhole() {
        whole = false;
    }

    /** The result; everything of these resources only if the reading is whole. */
    Observations observations(Set<Resource> resources) {
        if (!whole) {
            LOG.warn("caremanagement {}: not all of it could be read, so what is missing counts for nothing", feed);
        }
        Set<String> codes = resources.stream().map(Resource::code).collect(Collectors.toUnmodifiableSet());
        return new Observations(told(), whole ? new Coverage.Complete(codes) : new Coverage.Partial());
    }

    /**
     * Each fact once. Of a person or a member of staff who stands in several errands the latest errand tells; if all did, the ledger
     * would see a change at every reading.
     */
    private List<Observation> told() {
        Set<SourceReference> facts = new HashSet<>();
        List<Observation> told = new ArrayList<>(items.values());
        for (int i = told.size() - 1; i >= 0; i--) {
            if (told.get(i) instanceof Observation.Read read) {
                List<Fact> once = read.facts().stream()
                        .filter(fact -> facts.add(fact.source()))
                        .toList();
                told.set(i, new Observation.Read(read.source(), once, read.unused()));
            }
        }
        return told;
    }

    private void unreadable(
            SourceReference source, Optional<SubjectKey> subject, JsonNode original, List<Problem> problems) {
        items.put(source, new Observation.Unreadable(source, subject, original.toString(), problems));
        if (source.resource().equals(Resource.STAKEHOLDERS.code())) {
            // Else a person or a member of staff would be taken for gone because one stakeholder cannot be read.
            StakeholderMapper.behind(original).forEach(known -> items.put(known, new Observation.Unlisted(known)));
        }
    }

    private static Optional<String> id(JsonNode record) {
        return Optional.of(record.path("id").asText("")).filter(id -> !id.isBlank());
    }

    private static List<Problem> notJson(String found, String expected) {
        return List.of(new Problem(Reason.NOT_JSON, "", found, expected));
    }

    /** The reference of something without an id: the same for the same content, so that it is held once. */
    private static SourceReference nameless(Resource resource, JsonNode record) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha.digest(record.toString().getBytes(StandardCharsets.UTF_8));
            return resource.source("without-id-" + HexFormat.of().formatHex(hash, 0, 6));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
