package se.omsorgsbron.primarycare.fhir.delivery;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.hl7.fhir.r4.model.OperationOutcome;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.primarycare.fhir.FhirStandIn;
import se.omsorgsbron.primarycare.fhir.PrimaryCareConfiguration;
import se.omsorgsbron.primarycare.fhir.PrimaryCareRoutes;
import se.omsorgsbron.primarycare.fhir.client.FhirClients;
import se.omsorgsbron.primarycare.fhir.client.PatientFinder;
import se.omsorgsbron.primarycare.fhir.client.Stock;
import se.omsorgsbron.primarycare.fhir.client.Transactions;

/** A stand-in server, and the adapter's client and Camel route towards it. */
final class Bench implements AutoCloseable {
    static final String TOKEN = "made-up-token-for-tests";

    final FhirStandIn fhir;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final IGenericClient client;
    private final PrimaryCareConfiguration configuration;

    Bench() throws Exception {
        this(Duration.ofSeconds(10));
    }

    Bench(Duration timeout) throws Exception {
        this(timeout, () -> TOKEN);
    }

    Bench(Duration timeout, Supplier<String> token) throws Exception {
        fhir = new FhirStandIn();
        configuration = new PrimaryCareConfiguration(
                "primary-care", "0127", fhir.base(), true, timeout, Map.of(), Optional.of(token));
        client = FhirClients.create(configuration);
        camel.addRoutes(new PrimaryCareRoutes(configuration, client));
        camel.start();
        template = camel.createProducerTemplate();
    }

    Receipt deliver(Parcel.Write... writes) throws RecipientUnavailable {
        return deliver(true, Map.of(), writes);
    }

    Receipt deliver(boolean createPatients, Map<String, String> locations, Parcel.Write... writes)
            throws RecipientUnavailable {
        Stock stock = new Stock(client);
        Server server = new Server(
                new Transactions(template, PrimaryCareRoutes.endpoint(configuration)),
                stock,
                new PatientFinder(client, stock),
                configuration.base().toString(),
                createPatients);
        return new Delivery(server, new Parcel(UUID.fromString(Things.PERSON), Arrays.asList(writes), locations)).run();
    }

    /** The next answers of the server, whatever is asked. */
    void answers(FhirStandIn.Reply... replies) {
        fhir.next.addAll(List.of(replies));
    }

    static FhirStandIn.Reply refusal(int status) {
        return FhirStandIn.Reply.outcome(status, OperationOutcome.IssueType.FORBIDDEN, "words of the server", "Bundle");
    }

    static Outcome.Stored stored(Receipt receipt, String key) {
        return (Outcome.Stored) receipt.outcomes().get(key);
    }

    static Problem refused(Receipt receipt, String key) {
        return ((Outcome.Refused) receipt.outcomes().get(key)).problem();
    }

    @Override
    public void close() {
        camel.stop();
        fhir.close();
    }
}
