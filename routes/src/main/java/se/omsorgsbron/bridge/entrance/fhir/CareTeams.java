package se.omsorgsbron.bridge.entrance.fhir;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.annotation.Validate;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.Optional;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.IdType;

/**
 * Fast vårdkontakt and fast läkarkontakt as primary care says them. What is sent under an identifier takes the place of what stood there.
 */
public final class CareTeams implements IResourceProvider {
    private final WordsTaken taken;

    public CareTeams(WordsTaken taken) {
        this.taken = taken;
    }

    @Override
    public Class<CareTeam> getResourceType() {
        return CareTeam.class;
    }

    /** Takes it in; 201 if it is new. */
    @Create
    public MethodOutcome create(@ResourceParam CareTeam resource) {
        return taken.take(resource, Optional.empty());
    }

    /** The same, under the id that the bridge gave. */
    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam CareTeam resource) {
        return taken.take(resource, Optional.of(id));
    }

    /** Whether it would be taken in. */
    @Validate
    public MethodOutcome validate(@ResourceParam CareTeam resource) {
        return taken.validate(resource);
    }
}
