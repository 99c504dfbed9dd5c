package se.omsorgsbron.bridge.explain;

import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.api.domain.FactKind;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.fhir.mapping.FhirIds;

/** In which of a person's items a fact stands. Pure. */
final class Places {
    private Places() {}

    /**
     * Whether an item has it.
     *
     * @param form the recipient's
     * @param concept the item's, by name
     * @param key the item's
     */
    static boolean has(UUID person, KeptFact fact, Optional<Form> form, String concept, String key) {
        return switch (FactKind.of(fact.content())) {
            case PERSON -> concept.equals(Concept.PERSON.name());
            case PERMANENT_CONTACT, CONTACT_STEP, CONTACT_RANK, TEAM_MEMBER, DECISION, EXECUTION ->
                concept.equals(Concept.CONTACTS.name());
            case PLAN -> concept.equals(Concept.PLANS.name()) && isPlan(person, fact, key);
            case JOURNAL_NOTE ->
                form.flatMap(f -> f.keyOf().apply(person, fact.source()))
                        .filter(key::equals)
                        .isPresent();
            // They stand in no item of the person's.
            case STAFF_MEMBER,
                    PROOF_OF_TITLE,
                    SIGNED_ROUTINE,
                    STAFF_PROTECTION,
                    PROVIDER_UNIT,
                    VISIT,
                    RECORDED_GROUND,
                    NOT_FOR_PATIENT -> false;
        };
    }

    /** Where a recipient has one item for all plans, it stands in that. */
    private static boolean isPlan(UUID person, KeptFact fact, String key) {
        return key.equals("CarePlan/" + FhirIds.carePlan(person, fact.source())) || !key.startsWith("CarePlan/");
    }
}
