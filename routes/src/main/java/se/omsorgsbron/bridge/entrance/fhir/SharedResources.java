package se.omsorgsbron.bridge.entrance.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.Share;
import se.omsorgsbron.bridge.entrance.CallerToken;

/**
 * One type of what a recipient may have: read by id, and searched by id or by patient. A search without either is refused, because a
 * recipient asks about people whom it has itself.
 */
public final class SharedResources implements IResourceProvider {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final Class<? extends Resource> type;
    private final Channels channels;
    private final Share share;
    private final Patients patients;

    public SharedResources(Class<? extends Resource> type, Channels channels, Share share, Patients patients) {
        this.type = type;
        this.channels = channels;
        this.share = share;
        this.patients = patients;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    /** One resource, if the caller's recipient may have it now. */
    @Read
    public Resource read(@IdParam IdType id) {
        return byId(id.getIdPart()).findFirst().orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /**
     * Those of a patient, or the one of an id.
     *
     * @param patient a reference to a Patient of this server; or {@code patient.identifier}, by POST alone
     */
    @Search
    public List<Resource> search(
            RequestDetails request,
            @OptionalParam(name = "_id") TokenParam id,
            @OptionalParam(
                            name = "patient",
                            chainWhitelist = {"", "identifier"})
                    ReferenceParam patient) {
        if (patient == null && id == null) {
            throw new InvalidRequestException("Say about whom: patient, patient.identifier (by POST _search) or _id.");
        }
        Stream<Resource> found = patient == null ? byId(id.getValue()) : about(patients.of(patient, request));
        return found.filter(resource ->
                        id == null || resource.getIdElement().getIdPart().equals(id.getValue()))
                .toList();
    }

    private Stream<Resource> byId(String id) {
        return about(patients.owner(name() + "/" + id))
                .filter(resource -> resource.getIdElement().getIdPart().equals(id));
    }

    private Stream<Resource> about(Optional<UUID> subject) {
        return subject
                .map(uuid ->
                        share.of(channel(), uuid, name(), CallerToken.current().client()))
                .orElse(List.of())
                .stream()
                .map(SharedResources::parsed);
    }

    /** The way to the caller's recipient. */
    private Channel channel() {
        Caller caller = CallerToken.current();
        return caller.recipient()
                .flatMap(recipient -> channels.of(caller.ownMunicipality(), recipient))
                .orElseThrow(() -> new ForbiddenOperationException("The client is no recipient's."));
    }

    private String name() {
        return FHIR.getResourceType(type);
    }

    private static Resource parsed(Item item) {
        Resource resource = (Resource) FHIR.newJsonParser().parseResource(item.content());
        resource.setId(item.key());
        return resource;
    }
}
