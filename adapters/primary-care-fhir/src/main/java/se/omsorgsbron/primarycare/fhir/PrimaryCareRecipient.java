package se.omsorgsbron.primarycare.fhir;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.fhir.validation.ProfileValidator;
import se.omsorgsbron.primarycare.fhir.client.PatientFinder;
import se.omsorgsbron.primarycare.fhir.client.Stock;
import se.omsorgsbron.primarycare.fhir.client.Transactions;
import se.omsorgsbron.primarycare.fhir.delivery.Delivery;
import se.omsorgsbron.primarycare.fhir.delivery.Server;

/** Primary care over FHIR R4: a person's contacts, plans and notes as CareTeam, CarePlan and Communication. Thread-safe. */
public final class PrimaryCareRecipient implements Recipient {
    private final PrimaryCareConfiguration configuration;
    private final PrimaryCareForm form;
    private final Server server;

    /**
     * @param configuration which system
     * @param client its client, as {@link se.omsorgsbron.primarycare.fhir.client.FhirClients} makes it
     * @param template reaches the route of {@link PrimaryCareRoutes} for the same configuration
     * @param validator checks against the profiles; may be shared
     */
    public PrimaryCareRecipient(
            PrimaryCareConfiguration configuration,
            IGenericClient client,
            ProducerTemplate template,
            ProfileValidator validator) {
        this.configuration = configuration;
        this.form = new PrimaryCareForm(configuration, validator);
        Stock stock = new Stock(client);
        this.server = new Server(
                new Transactions(template, PrimaryCareRoutes.endpoint(configuration)),
                stock,
                new PatientFinder(client, stock),
                configuration.base().toString(),
                configuration.createPatients());
    }

    @Override
    public String name() {
        return configuration.name();
    }

    @Override
    public List<Item> project(SubjectRecord record, Set<String> delivered) {
        return form.project(record, delivered);
    }

    @Override
    public Optional<String> keyOf(String municipality, UUID person, SourceReference note) {
        return form.keyOf(person, note);
    }

    @Override
    public List<Problem> check(Item item) {
        return form.check(item);
    }

    @Override
    public Receipt deliver(Parcel parcel) throws RecipientUnavailable {
        return new Delivery(server, parcel).run();
    }
}
