package se.omsorgsbron.bridge.operations;

import java.time.LocalDate;
import java.util.UUID;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.bridge.compose.Composer;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.config.BridgeConfiguration.RecipientSystem;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.disclosure.DisclosureTableFile;
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
     * @param code of the municipality
     * @param municipality in which the recipient is configured
     * @param recipient its name there
     * @param day on which
     */
    public void explain(
            DisclosureWords words,
            String code,
            Municipality municipality,
            UUID person,
            String recipient,
            LocalDate day) {
        RecipientSystem system = municipality.recipients().get(recipient);
        DisclosurePolicy policy = new DisclosurePolicy(
                DisclosureTableFile.read(municipality.disclosure()).table(), recipient, system.operatedBy());
        facts.read(code, person)
                .ifPresent(all -> Composer.compose(all, day, municipality.timeZone())
                        .map(PersonRecord.class::cast)
                        .ifPresent(record ->
                                words.person(policy.of(record, Recorded.of(all), day), record, recipient, day)));
    }
}
