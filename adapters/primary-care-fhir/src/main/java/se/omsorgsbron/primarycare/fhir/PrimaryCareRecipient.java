package se.omsorgsbron.primarycare.fhir;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.api.record.UnitRecord;
import se.omsorgsbron.fhir.mapping.FhirIds;
import se.omsorgsbron.fhir.validation.ProfileValidator;
import se.omsorgsbron.fhir.validation.ValidationIssue;
import se.omsorgsbron.primarycare.fhir.client.PatientFinder;
import se.omsorgsbron.primarycare.fhir.client.Stock;
import se.omsorgsbron.primarycare.fhir.client.Transactions;
import se.omsorgsbron.primarycare.fhir.delivery.Delivery;
import se.omsorgsbron.primarycare.fhir.delivery.Server;
import se.omsorgsbron.primarycare.fhir.mapper.Labels;
import se.omsorgsbron.primarycare.fhir.mapper.OwnWords;
import se.omsorgsbron.primarycare.fhir.mapper.PersonItems;
import se.omsorgsbron.primarycare.fhir.mapper.StaffItems;
import se.omsorgsbron.primarycare.fhir.mapper.UnitItems;

/** Primary care over FHIR R4: a person's contacts, plans and notes as CareTeam, CarePlan and Communication. Thread-safe. */
public final class PrimaryCareRecipient implements Recipient {
    private final PrimaryCareConfiguration configuration;
    private final ProfileValidator validator;
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
        this.validator = validator;
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
        if (record instanceof PersonRecord person) {
            PersonRecord others = OwnWords.without(person, configuration.name());
            PersonRecord told = configuration.labels() ? others : Labels.withdrawn(others, delivered);
            return PersonItems.of(told, delivered, configuration.identifierSystems());
        }
        if (record instanceof StaffRecord staff) {
            return StaffItems.of(staff, delivered);
        }
        return UnitItems.of((UnitRecord) record, delivered);
    }

    @Override
    public Optional<String> keyOf(String municipality, UUID person, SourceReference note) {
        return Optional.of("Communication/" + FhirIds.communication(person, note));
    }

    @Override
    public List<Problem> check(Item item) {
        // Privacy: who would show it to the wrong eyes, because it does not know better, does not get it.
        List<Problem> labels = configuration.labels() ? List.of() : Labels.problems(item);
        return labels.isEmpty() ? invalid(item) : labels;
    }

    private List<Problem> invalid(Item item) {
        return validator.validate(item.content()).stream()
                .filter(ValidationIssue::blocks)
                .map(issue -> new Problem(
                        Reason.INVALID_RESOURCE, issue.location(), "does not satisfy " + issue.id(), issue.text()))
                .toList();
    }

    @Override
    public Receipt deliver(Parcel parcel) throws RecipientUnavailable {
        return new Delivery(server, parcel).run();
    }
}
