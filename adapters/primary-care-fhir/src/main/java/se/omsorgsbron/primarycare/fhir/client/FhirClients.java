package se.omsorgsbron.primarycare.fhir.client;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import se.omsorgsbron.primarycare.fhir.PrimaryCareConfiguration;

/** Makes the HTTP client of one recipient. It logs no request and no answer: both hold personal data. */
public final class FhirClients {
    private static final int CONNECTIONS_PER_RECIPIENT = 20;
    private static final int CONNECTIONS = 200;

    /** One context and one connection pool in the process: making a context costs seconds. */
    private static final ApacheRestfulClientFactory FACTORY = factory();

    private FhirClients() {}

    /** A thread-safe client with the recipient's time limits. */
    public static IGenericClient create(PrimaryCareConfiguration configuration) {
        IGenericClient client = FACTORY.newGenericClient(configuration.base().toString());
        client.setEncoding(EncodingEnum.JSON);
        client.registerInterceptor(new RequestSettings(configuration.timeout(), configuration.bearerToken()));
        return client;
    }

    private static ApacheRestfulClientFactory factory() {
        FhirContext context = FhirContext.forR4Cached();
        ApacheRestfulClientFactory factory = new ApacheRestfulClientFactory(context);
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        factory.setPoolMaxTotal(CONNECTIONS);
        factory.setPoolMaxPerRoute(CONNECTIONS_PER_RECIPIENT);
        // HAPI sends requests through the context's factory, whichever made the client.
        context.setRestfulClientFactory(factory);
        return factory;
    }
}
