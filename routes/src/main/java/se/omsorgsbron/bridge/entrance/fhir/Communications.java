package se.omsorgsbron.bridge.entrance.fhir;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.annotation.Validate;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.Optional;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.IdType;

/**
 * Notes and questions that primary care writes. The same identifier with the same content is the same note; what was written is not changed, only withdrawn ({@code entered-in-error}).
 */
public final class Communications implements IResourceProvider {
    private final WordsTaken taken;

    public Communications(WordsTaken taken) {
        this.taken = taken;
    }

    @Override
    public Class<Communication> getResourceType() {
        return Communication.class;
    }

    /** Takes it in; 201 if it is new. */
    @Create
    public MethodOutcome create(@ResourceParam Communication resource) {
        return taken.take(resource, Optional.empty());
    }

    /** The same, under the id that the bridge gave. */
    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam Communication resource) {
        return taken.take(resource, Optional.of(id));
    }

    /** Whether it would be taken in. */
    @Validate
    public MethodOutcome validate(@ResourceParam Communication resource) {
        return taken.validate(resource);
    }
}
