package se.omsorgsbron.bridge.disclosure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.fhir.validation.ProfileValidator;
import se.omsorgsbron.primarycare.fhir.FhirStandIn;
import se.omsorgsbron.primarycare.fhir.PrimaryCareConfiguration;
import se.omsorgsbron.primarycare.fhir.PrimaryCareRecipient;
import se.omsorgsbron.primarycare.fhir.PrimaryCareRoutes;
import se.omsorgsbron.primarycare.fhir.client.FhirClients;

/** The adapter for primary care as the bridge makes it, once for each stand-in that it is given. */
final class TestRecipients implements AutoCloseable {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProfileValidator validator = new ProfileValidator(FhirContext.forR4Cached(), 1);

    final ProducerTemplate template;

    TestRecipients() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // The tests look for what is due themselves.
                from("direct:signal").stop();
            }
        });
        camel.start();
        template = camel.createProducerTemplate();
    }

    /** A recipient of that name, over HTTP. */
    Recipient recipient(String name, FhirStandIn fhir) throws Exception {
        PrimaryCareConfiguration configuration = new PrimaryCareConfiguration(
                name,
                TestDeliveries.MUNICIPALITY,
                fhir.base(),
                true,
                Duration.ofSeconds(20),
                Map.of(),
                Optional.empty());
        IGenericClient client = FhirClients.create(configuration);
        camel.addRoutes(new PrimaryCareRoutes(configuration, client));
        return new Unchecked(new PrimaryCareRecipient(configuration, client, template, validator));
    }

    /** Without the validator, which takes most of the time of a delivery and has tests of its own. */
    private record Unchecked(Recipient recipient) implements Recipient {
        @Override
        public String name() {
            return recipient.name();
        }

        @Override
        public List<Item> project(SubjectRecord record, Set<String> delivered) {
            return recipient.project(record, delivered);
        }

        @Override
        public List<Problem> check(Item item) {
            return List.of();
        }

        @Override
        public Receipt deliver(Parcel parcel) throws RecipientUnavailable {
            return recipient.deliver(parcel);
        }
    }

    @Override
    public void close() {
        camel.stop();
    }
}
