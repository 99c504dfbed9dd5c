package se.omsorgsbron.bridge.entrance.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.entrance.CallerToken;
import se.omsorgsbron.bridge.intake.PrimaryCareDesk.Sent;
import se.omsorgsbron.fhir.validation.ProfileValidator;
import se.omsorgsbron.fhir.validation.ValidationIssue;
import se.omsorgsbron.primarycare.fhir.PrimaryCareRecipient;
import se.omsorgsbron.primarycare.fhir.source.mapper.CareTeamReader;
import se.omsorgsbron.primarycare.fhir.source.mapper.CommunicationReader;
import se.omsorgsbron.primarycare.fhir.source.mapper.ReadingContext;
import se.omsorgsbron.primarycare.fhir.source.mapper.Written;

/** Reads what primary care sends: against FHIR and the profiles that it claims, and then for what the municipality needs of it. */
public final class PrimaryCareWords {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final JsonMapper JSON = new JsonMapper();

    private final Channels channels;
    private final Patients patients;
    private final ProfileValidator validator;
    private final Clock clock;

    public PrimaryCareWords(Channels channels, Patients patients, ProfileValidator validator, Clock clock) {
        this.channels = channels;
        this.patients = patients;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * A resource as it was read.
     *
     * @param sent what to take in; empty if something is wrong
     * @param problems what is
     * @param unused paths of elements that nobody reads
     */
    record Read(Optional<Sent> sent, List<Problem> problems, List<String> unused) {}

    /** @throws ForbiddenOperationException if the client is not that of a primary care */
    Read read(Resource resource) {
        Caller caller = CallerToken.current();
        Channel channel = caller.recipient()
                .flatMap(recipient -> channels.of(caller.ownMunicipality(), recipient))
                .filter(way -> way.recipient() instanceof PrimaryCareRecipient)
                .orElseThrow(() -> new ForbiddenOperationException("The client is no primary care's."));
        JsonNode json = json(resource);
        List<Problem> invalid = invalid((ObjectNode) json.deepCopy());
        if (!invalid.isEmpty()) {
            return new Read(Optional.empty(), invalid, List.of());
        }
        Mapped<Written> mapped = map(
                resource,
                json,
                ReadingContext.ofSent(channel.recipient().name(), LocalDate.now(clock.withZone(channel.zone()))));
        return mapped instanceof Mapped.Value<Written> value
                ? aboutSomebody(resource, value)
                : new Read(Optional.empty(), ((Mapped.Rejected<Written>) mapped).problems(), mapped.unused());
    }

    private static Mapped<Written> map(Resource resource, JsonNode json, ReadingContext context) {
        return resource instanceof Communication
                ? CommunicationReader.read(json, context)
                : CareTeamReader.read(json, context);
    }

    private Read aboutSomebody(Resource resource, Mapped.Value<Written> written) {
        Reference subject = resource instanceof Communication communication
                ? communication.getSubject()
                : ((CareTeam) resource).getSubject();
        Optional<UUID> person = patients.of(subject);
        if (person.isEmpty() && !(written.value() instanceof Written.Withdrawn)) {
            return new Read(
                    Optional.empty(),
                    List.of(new Problem(
                            Reason.UNKNOWN_PERSON,
                            "subject",
                            "nobody whom the bridge knows",
                            "a reference to a Patient of this server, or an identifier with the identity number")),
                    written.unused());
        }
        return new Read(Optional.of(new Sent(written.value(), person)), List.of(), written.unused());
    }

    /** A profile that is claimed and not known here says nothing of whether the resource can be used. */
    private List<Problem> invalid(ObjectNode json) {
        if (json.path("meta").path("profile") instanceof ArrayNode claimed) {
            Set<String> known = new HashSet<>(validator.profiles());
            List<JsonNode> kept = new ArrayList<>();
            claimed.forEach(profile -> Optional.of(profile)
                    .filter(one -> known.contains(one.asText()))
                    .ifPresent(kept::add));
            claimed.removeAll();
            claimed.addAll(kept);
            if (kept.isEmpty()) {
                ((ObjectNode) json.path("meta")).remove("profile");
            }
            if (json.path("meta").isEmpty()) {
                json.remove("meta");
            }
        }
        String type = json.path("resourceType").asText() + ".";
        return validator.validate(json.toString()).stream()
                .filter(ValidationIssue::blocks)
                .map(issue -> new Problem(
                        Reason.INVALID_RESOURCE,
                        issue.location().startsWith(type)
                                ? issue.location().substring(type.length())
                                : issue.location(),
                        "what does not satisfy " + issue.id(),
                        issue.text()))
                .toList();
    }

    private static JsonNode json(Resource resource) {
        try {
            return JSON.readTree(FHIR.newJsonParser().encodeResourceToString(resource));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a resource that was read cannot be written as JSON", e);
        }
    }
}
