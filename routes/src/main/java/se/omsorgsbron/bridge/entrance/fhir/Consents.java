package se.omsorgsbron.bridge.entrance.fhir;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.IdType;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.entrance.CallerToken;
import se.omsorgsbron.bridge.entrance.fhir.mapper.ConsentMapper;
import se.omsorgsbron.bridge.operations.GroundDesk;
import se.omsorgsbron.bridge.operations.GroundDesk.Kept;
import se.omsorgsbron.fhir.mapping.FhirIds;

/** Consents and blocks of the caller's municipality. {@code entered-in-error} takes one back. */
public final class Consents implements IResourceProvider {
    private final GroundDesk desk;
    private final Patients patients;
    private final Channels channels;
    private final Map<String, ZoneId> zones;

    /** @param zones of each municipality */
    public Consents(GroundDesk desk, Patients patients, Channels channels, Map<String, ZoneId> zones) {
        this.desk = desk;
        this.patients = patients;
        this.channels = channels;
        this.zones = Map.copyOf(zones);
    }

    @Override
    public Class<Consent> getResourceType() {
        return Consent.class;
    }

    /** One of them. */
    @Read
    public Consent read(@IdParam IdType id) {
        return uuid(id).flatMap(uuid -> desk.find(municipality(), uuid))
                .map(Consents::consent)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** Those that were recorded here of a person. */
    @Search
    public List<Consent> search(
            RequestDetails request,
            @RequiredParam(
                            name = "patient",
                            chainWhitelist = {"", "identifier"})
                    ReferenceParam patient) {
        return patients.of(patient, request).stream()
                .flatMap(person -> desk.of(municipality(), person).stream())
                .map(Consents::consent)
                .toList();
    }

    /** Records a new one. */
    @Create
    public MethodOutcome create(@ResourceParam Consent consent) {
        return record(UUID.randomUUID(), consent);
    }

    /** Records it under an id that the caller chose, a UUID; the same again changes nothing. */
    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam Consent consent) {
        UUID uuid = uuid(id).orElseThrow(() ->
                unprocessable(List.of(problem("Consent.id", "an id that is no UUID", "a UUID in small letters"))));
        return record(uuid, consent);
    }

    private MethodOutcome record(UUID id, Consent consent) {
        Caller caller = CallerToken.current();
        String municipality = caller.ownMunicipality();
        if (consent.getStatus() == ConsentState.ENTEREDINERROR) {
            if (!desk.remove(municipality, id, caller.client())) {
                throw new ResourceNotFoundException(new IdType("Consent", id.toString()));
            }
            return new MethodOutcome(new IdType("Consent", id.toString()), false);
        }
        Mapped<RecordedGround> ground =
                ConsentMapper.toGround(consent, zones.get(municipality), channels.recipients(municipality));
        if (ground instanceof Mapped.Rejected<RecordedGround> rejected) {
            throw unprocessable(rejected.problems());
        }
        UUID person = patients.of(consent.getPatient())
                .orElseThrow(() -> unprocessable(List.of(problem(
                        "Consent.patient",
                        "nobody whom the bridge knows",
                        "a reference to a Patient of this server, or an identifier with the identity number"))));
        RecordedGround read = ((Mapped.Value<RecordedGround>) ground).value();
        GroundDesk.Outcome outcome = desk.record(municipality, id, person, read, caller.client());
        if (outcome == GroundDesk.Outcome.ID_TAKEN) {
            throw new ResourceVersionConflictException("The id stands for something else: choose another one.");
        }
        MethodOutcome done =
                new MethodOutcome(new IdType("Consent", id.toString()), outcome == GroundDesk.Outcome.RECORDED);
        done.setResource(desk.find(municipality, id).map(Consents::consent).orElse(null));
        return done;
    }

    private static Consent consent(Kept kept) {
        return ConsentMapper.toConsent(kept.id().toString(), FhirIds.patient(kept.person()), kept.ground());
    }

    private static String municipality() {
        return CallerToken.current().ownMunicipality();
    }

    private static Optional<UUID> uuid(IdType id) {
        try {
            return Optional.of(UUID.fromString(id.getIdPart()))
                    .filter(uuid -> uuid.toString().equals(id.getIdPart()));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private static Problem problem(String element, String found, String expected) {
        return new Problem(Reason.BAD_SUPPLEMENT, element, found, expected);
    }

    private static UnprocessableEntityException unprocessable(List<Problem> problems) {
        return new UnprocessableEntityException("The consent cannot be recorded as it is.", Outcomes.of("", problems));
    }
}
