package se.omsorgsbron.primarycare.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.api.record.UnitRecord;
import se.omsorgsbron.fhir.mapping.FhirIds;
import se.omsorgsbron.fhir.validation.ProfileValidator;
import se.omsorgsbron.fhir.validation.ValidationIssue;
import se.omsorgsbron.primarycare.fhir.mapper.Labels;
import se.omsorgsbron.primarycare.fhir.mapper.OwnWords;
import se.omsorgsbron.primarycare.fhir.mapper.PersonItems;
import se.omsorgsbron.primarycare.fhir.mapper.StaffItems;
import se.omsorgsbron.primarycare.fhir.mapper.UnitItems;

/** In which form primary care gets a record, apart from how it is sent: no I/O. Thread-safe. */
public final class PrimaryCareForm {
    private final PrimaryCareConfiguration configuration;
    private final ProfileValidator validator;

    /** @param validator checks against the profiles; may be shared */
    public PrimaryCareForm(PrimaryCareConfiguration configuration, ProfileValidator validator) {
        this.configuration = configuration;
        this.validator = validator;
    }

    /** See {@link se.omsorgsbron.api.recipient.Recipient#project}. */
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

    /** The key under which a note goes to primary care. */
    public Optional<String> keyOf(UUID person, SourceReference note) {
        return Optional.of("Communication/" + FhirIds.communication(person, note));
    }

    /** See {@link se.omsorgsbron.api.recipient.Recipient#check}. */
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
}
