package se.omsorgsbron.primarycare.fhir.client;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import org.hl7.fhir.r4.model.CapabilityStatement;
import se.omsorgsbron.api.recipient.RecipientUnavailable;

/** Reads what a server says of itself. */
public final class Capabilities {
    private final IGenericClient client;

    public Capabilities(IGenericClient client) {
        this.client = client;
    }

    /** The server's own statement, from {@code /metadata}. @throws RecipientUnavailable if it gave none */
    public CapabilityStatement read() throws RecipientUnavailable {
        try {
            return client.capabilities().ofType(CapabilityStatement.class).execute();
        } catch (RuntimeException failure) {
            throw Failures.unavailable(failure);
        }
    }
}
