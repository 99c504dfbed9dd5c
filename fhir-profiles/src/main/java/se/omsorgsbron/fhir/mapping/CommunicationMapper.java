package se.omsorgsbron.fhir.mapping;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.fhir.Canonicals;

/** Makes the Communication of a journal note. */
public final class CommunicationMapper {
    private CommunicationMapper() {}

    /**
     * The Communication. A withdrawn one is entered in error and keeps no text, and a protected person's is always withdrawn: for
     * what was delivered before.
     *
     * @param entry one of the record's notes
     */
    public static Communication toCommunication(PersonRecord record, NoteEntry entry, MappingContext context) {
        JournalNote note = entry.note();
        Communication communication = new Communication();
        communication.setId(FhirIds.communication(record.id(), entry.source()));
        communication.setMeta(
                Parts.meta(Canonicals.JOURNAL_NOTE, record.person().protection(), entry.notForPatient()));
        communication.addIdentifier(context.identifier(record.municipality(), entry.source()));
        communication.addCategory(
                Codes.NOTE_KIND.toWire(note.kind()).orElseThrow().concept());
        communication.setSubject(Parts.reference("Patient", FhirIds.patient(record.id())));
        communication.setSentElement(Parts.instant(note.signed().orElse(note.written())));
        communication.setSender(
                Parts.author(entry.author().map(FhirIds::practitioner), Optional.of(note.authorName())));
        communication.addExtension(new Extension(Canonicals.OCCURRED, Parts.instant(note.occurred())));
        Codes.LAW
                .toWire(note.law())
                .ifPresent(law ->
                        communication.addExtension(new Extension(Canonicals.SOURCE_LAW_EXTENSION, new CodeType(law))));
        note.corrects()
                .map(earlier -> corrected(record, earlier, context))
                .ifPresent(earlier -> communication.addExtension(new Extension(Canonicals.CORRECTS, earlier)));
        // Free text may name the person or the place, so a protected person's never leaves.
        if (entry.withdrawn()
                || note.withdrawn()
                || record.person().protection().isProtected()) {
            communication.setStatus(CommunicationStatus.ENTEREDINERROR);
        } else {
            communication.setStatus(CommunicationStatus.COMPLETED);
            communication.addPayload().setContent(new StringType(note.text().value()));
        }
        return communication;
    }

    /** By identifier always, and by reference where the recipient holds it. */
    private static Reference corrected(PersonRecord record, SourceReference earlier, MappingContext context) {
        Reference reference = new Reference()
                .setType("Communication")
                .setIdentifier(context.identifier(record.municipality(), earlier));
        String key = "Communication/" + FhirIds.communication(record.id(), earlier);
        return context.held().test(key) ? reference.setReference(key) : reference;
    }
}
