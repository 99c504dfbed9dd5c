package se.omsorgsbron.primarycare.fhir.source;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.primarycare.fhir.source.mapper.ReadingContext;
import se.omsorgsbron.primarycare.fhir.source.mapper.Written;

/**
 * One type of what primary care writes, read from its server: everything first, then what changed since, by the server's own clock and
 * with the overlap taken off. Privacy: a server holds far more than what is written to the municipality, and of far more people.
 * Nothing is kept of what is not addressed to it or about somebody whom the bridge does not know.
 */
final class WrittenFeed implements Feed {
    private static final String WITHDRAWN = "entered-in-error";
    private static final JsonMapper JSON = new JsonMapper();

    private final Kind kind;
    private final PrimaryCareSource source;

    /**
     * A type of resource.
     *
     * @param name the feed's name
     * @param type such as {@code Communication}
     * @param filter a parameter that leaves out at the server what is not addressed; "" for none
     * @param addressed whether a resource is written to the municipality, and ready to be read
     * @param mapper makes what it says of it
     */
    record Kind(
            String name, Class<? extends Resource> type, String filter, Predicate<JsonNode> addressed, Mapper mapper) {}

    /** From the resource to what was written. */
    interface Mapper {
        Mapped<Written> read(JsonNode resource, ReadingContext context);
    }

    WrittenFeed(Kind kind, PrimaryCareSource source) {
        this.kind = kind;
        this.source = source;
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable {
        References references = new References(source.stock(), source.base());
        List<JsonNode> found = new ArrayList<>();
        Newest newest = new Newest();
        Optional<Instant> time = source.pages().read(kind.type(), kind.filter(), watermark, resource -> {
            newest.see(resource);
            Optional.of(json(resource)).filter(this::ours).ifPresent(found::add);
        });
        List<Observation> items = new ArrayList<>();
        for (JsonNode resource : found) {
            items.addAll(observations(resource, references));
        }
        if (watermark.isPresent()) {
            for (Resource deleted : source.pages().deleted(kind.type(), watermark.get())) {
                items.addAll(gone(json(deleted)));
            }
        }
        return new Observations(items, coverage(watermark, time.or(newest::time)));
    }

    private Coverage coverage(Optional<Instant> before, Optional<Instant> time) {
        Optional<Instant> next = time.map(at -> at.minus(source.overlap()));
        if (before.isPresent()) {
            return new Coverage.Changes(next.filter(before.get()::isBefore).orElse(before.get()));
        }
        // What was sent to the bridge stands under the same names, so that absence here means nothing.
        return next.<Coverage>map(mark -> new Coverage.Baseline(Set.of(), mark)).orElseGet(Coverage.Partial::new);
    }

    private boolean ours(JsonNode resource) {
        return kind.addressed().test(resource) && !source.echo(kind.type().getSimpleName(), resource);
    }

    private Collection<Observation> observations(JsonNode resource, References references) throws SourceUnavailable {
        if (resource.path("status").asText().equals(WITHDRAWN)) {
            // Whoever withdraws something may leave out all the rest of it.
            return gone(resource);
        }
        Optional<SubjectKey> person = person(resource.path("subject"), references);
        if (person.isEmpty()) {
            return List.of();
        }
        try {
            references.gather(resource);
        } catch (RecipientUnavailable unavailable) {
            throw unavailable(unavailable);
        }
        Mapped<Written> mapped = kind.mapper().read(resource, context(references));
        if (mapped instanceof Mapped.Value<Written> value) {
            return value.value().observations(person.get());
        }
        return List.of(new Observation.Unreadable(
                Written.held(resource, kind.type().getSimpleName(), context(references)),
                person,
                resource.toString(),
                ((Mapped.Rejected<Written>) mapped).problems()));
    }

    private Optional<SubjectKey> person(JsonNode subject, References references) throws SourceUnavailable {
        try {
            return references.people(subject).stream().filter(source.known()).findFirst();
        } catch (RecipientUnavailable unavailable) {
            throw unavailable(unavailable);
        }
    }

    /** By the identifier that it had; one that was not addressed is nobody's. */
    private List<Observation> gone(JsonNode last) {
        if (!ours(last)) {
            return List.of();
        }
        JsonNode withdrawn = ((ObjectNode) last).put("status", WITHDRAWN);
        return kind.mapper().read(withdrawn, context(new References(source.stock(), source.base())))
                                instanceof Mapped.Value<Written> value
                        && value.value() instanceof Written.Withdrawn gone
                ? gone.gone()
                : List.of();
    }

    private ReadingContext context(References references) {
        return new ReadingContext(source.name(), source.today(), true, references::at);
    }

    // The cause is left out on purpose: its message is the kind of failure already.
    @SuppressWarnings("UnusedException")
    private static SourceUnavailable unavailable(RecipientUnavailable unavailable) {
        return new SourceUnavailable("the server " + unavailable.getMessage());
    }

    static JsonNode json(Resource resource) {
        try {
            return JSON.readTree(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a resource that was read cannot be written as JSON", e);
        }
    }

    /** The latest change among what was read, for a server that does not tell its time. */
    private static final class Newest {
        private Optional<Instant> time = Optional.empty();

        void see(Resource resource) {
            Optional<Instant> changed =
                    Optional.ofNullable(resource.getMeta().getLastUpdated()).map(Date::toInstant);
            time = changed.filter(at -> time.map(at::isAfter).orElse(true)).or(() -> time);
        }

        Optional<Instant> time() {
            return time;
        }
    }
}
