package se.omsorgsbron.primarycare.fhir.client;

import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.recipient.RecipientUnavailable;

/** Reads back what the recipient holds. Thread-safe. */
public final class Stock {
    private final IGenericClient client;

    public Stock(IGenericClient client) {
        this.client = client;
    }

    /**
     * What the recipient holds now, past any cache.
     *
     * @param key type and id, such as {@code CareTeam/<uuid>}
     * @return empty if it is not there, or was deleted
     * @throws RecipientUnavailable if the recipient did not say
     */
    public Optional<Resource> read(String key) throws RecipientUnavailable {
        int slash = key.indexOf('/');
        try {
            return Optional.of(OnceMore.with(() -> (Resource) client.read()
                    .resource(key.substring(0, slash))
                    .withId(key.substring(slash + 1))
                    .cacheControl(new CacheControlDirective().setNoCache(true))
                    .execute()));
        } catch (ResourceNotFoundException | ResourceGoneException absent) {
            return absent(absent);
        } catch (RuntimeException failure) {
            throw Failures.unavailable(failure);
        }
    }

    private static Optional<Resource> absent(BaseServerResponseException answer) throws RecipientUnavailable {
        if (answer.getStatusCode() == ResourceNotFoundException.STATUS_CODE && answer.getOperationOutcome() == null) {
            // A gateway's 404 says nothing about the resource; believing it would end in a second copy.
            throw Failures.unavailable(answer);
        }
        return Optional.empty();
    }
}
