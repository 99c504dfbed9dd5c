package se.omsorgsbron.caremanagement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.caremanagement.mapper.JournalRules;

/** The record of a person who does not exist, with notes. */
public final class Records {
    public static final UUID PERSON = UUID.fromString("3f0d3a52-55a5-5c5f-9d0e-0f4a2f1c7b01");
    public static final Instant TIME = Instant.parse("2026-11-24T21:15:00Z");
    public static final JournalRules RULES = new JournalRules(
            Samples.STOCKHOLM,
            Samples.BRIDGE,
            CareManagementConfiguration.Journal.under("Anteckning", true, Optional.empty())
                    .headings(),
            true);

    private final List<NoteEntry> notes = new ArrayList<>();
    private String number = Samples.NUMBER;

    public Records with(NoteEntry entry) {
        notes.add(entry);
        return this;
    }

    public Records numbered(String other) {
        number = other;
        return this;
    }

    public PersonRecord person() {
        Person person = new Person(
                IdentityNumbers.parse(number).orElseThrow(),
                new PersonName("Fiktiva", "Påhittsson"),
                ProtectedIdentity.UNKNOWN,
                List.of(),
                List.of(),
                true,
                Optional.empty());
        return new PersonRecord(
                PERSON,
                "2281",
                person,
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.copyOf(notes),
                List.of());
    }

    public static NoteEntry note(String id, NoteKind kind) {
        return note("night-patrol", id, kind, "Tillsyn kl 22. Sov gott 😀 åäö", true, false);
    }

    public static NoteEntry note(
            String system, String id, NoteKind kind, String text, boolean signed, boolean withdrawn) {
        JournalNote note = new JournalNote(
                kind,
                TIME,
                TIME,
                signed ? Optional.of(TIME) : Optional.empty(),
                Optional.empty(),
                new PersonName("Nils", "Natt"),
                "Undersköterska",
                new FreeText(text),
                false,
                Optional.empty(),
                withdrawn,
                Law.SOL);
        return new NoteEntry(new SourceReference(system, "notes", id), note, Optional.empty(), withdrawn);
    }

    /** The same note, corrected from another, or asking to be followed up. */
    public static NoteEntry note(NoteEntry like, Optional<SourceReference> corrects, boolean followUpWanted) {
        JournalNote note = like.note();
        JournalNote other = new JournalNote(
                note.kind(),
                note.occurred(),
                note.written(),
                note.signed(),
                note.author(),
                note.authorName(),
                note.authorTitle(),
                note.text(),
                followUpWanted,
                corrects,
                note.withdrawn(),
                note.law());
        return new NoteEntry(like.source(), other, Optional.empty(), like.withdrawn());
    }
}
