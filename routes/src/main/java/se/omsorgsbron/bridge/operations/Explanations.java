package se.omsorgsbron.bridge.operations;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.bridge.compose.Composer;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.disclosure.Recorded;
import se.omsorgsbron.bridge.ledger.FactReader;

/** Says what of a person leaves to a recipient, what does not, and why. */
public final class Explanations {
    private final FactReader facts;

    public Explanations(FactReader facts) {
        this.facts = facts;
    }

    /**
     * Adds what holds for one person.
     *
     * @param words takes it
     * @param municipality code, four digits
     * @param zone the municipality's time zone
     * @param policy what the recipient may have
     * @param day on which
     */
    public void explain(
            DisclosureWords words,
            String municipality,
            ZoneId zone,
            DisclosurePolicy policy,
            UUID person,
            LocalDate day) {
        facts.read(municipality, person)
                .ifPresent(all -> Composer.compose(all, day, zone)
                        .map(PersonRecord.class::cast)
                        .ifPresent(record -> words.person(
                                policy.of(record, Recorded.of(all), day), record, policy.recipient(), day)));
    }
}
