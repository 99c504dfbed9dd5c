package se.omsorgsbron.primarycare.fhir.mapper;

import se.omsorgsbron.api.record.PersonRecord;

/** What a primary care system wrote itself does not go back to it. Pure. */
public final class OwnWords {
    private OwnWords() {}

    /**
     * The record without them.
     *
     * @param system the name under which they stand in the ledger: the recipient's own
     */
    public static PersonRecord without(PersonRecord record, String system) {
        return new PersonRecord(
                record.id(),
                record.municipality(),
                record.person(),
                record.served(),
                record.unit(),
                record.contacts(),
                record.vacancies(),
                record.steps(),
                record.team().stream()
                        .filter(member -> !member.source().system().equals(system))
                        .toList(),
                record.plans(),
                record.notes().stream()
                        .filter(note -> !note.source().system().equals(system))
                        .toList(),
                record.executions());
    }
}
