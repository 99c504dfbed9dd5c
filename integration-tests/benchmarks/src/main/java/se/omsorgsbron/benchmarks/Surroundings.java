package se.omsorgsbron.benchmarks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import se.omsorgsbron.fhir.validation.ProfileValidator;
import se.omsorgsbron.primarycare.fhir.PrimaryCareConfiguration;
import se.omsorgsbron.primarycare.fhir.PrimaryCareRecipient;
import se.omsorgsbron.primarycare.fhir.PrimaryCareRoutes;
import se.omsorgsbron.primarycare.fhir.client.FhirClients;

/**
 * What both sides have in common.
 *
 * @param server base address of the FHIR server that is delivered to
 * @param anchors the file for the heads of the audit
 * @param workers as in the bridge's configuration
 */
record Surroundings(URI server, Path anchors, int workers, ProfileValidator validator) {

    static Surroundings of(URI server, Path anchors, int workers) {
        ProfileValidator validator = new ProfileValidator(FhirContext.forR4Cached(), workers);
        validator.warmUp();
        return new Surroundings(server, anchors, workers, validator);
    }

    /** The bridge's adapter over HTTP, by routes in a Camel of the side's own. */
    CountedRecipient recipient(DefaultCamelContext camel, boolean guarded) throws Exception {
        PrimaryCareConfiguration configuration = new PrimaryCareConfiguration(
                Side.RECIPIENT,
                Side.MUNICIPALITY,
                server,
                true,
                PrimaryCareConfiguration.DEFAULT_TIMEOUT,
                Map.of(),
                Optional.empty());
        IGenericClient client = FhirClients.create(configuration);
        camel.addRoutes(new PrimaryCareRoutes(configuration, client));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // What is due is looked for here.
                from("direct:signal").stop();
            }
        });
        camel.start();
        PrimaryCareRecipient adapter =
                new PrimaryCareRecipient(configuration, client, camel.createProducerTemplate(), validator);
        return new CountedRecipient(adapter, guarded ? adapter::project : BareProjection::of);
    }
}
