package se.omsorgsbron.caremanagement.mapper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.source.Fact;

/** What journal entries and notes have in common. */
final class Notes {
    /** CareManagement has a user id and no name, and a user id is no name to show. */
    private static final PersonName NO_NAME = new PersonName("", "");

    private Notes() {}

    /** A note of an errand of home care, which is under SoL because the municipality's table of types says so. */
    static JournalNote note(
            NoteKind kind,
            Instant occurred,
            Instant written,
            Optional<Instant> signed,
            Optional<SubjectKey> author,
            FreeText text) {
        return new JournalNote(
                kind, occurred, written, signed, author, NO_NAME, "", text, false, Optional.empty(), false, Law.SOL);
    }

    static List<Fact> fact(SourceReference source, Whose.Known whose, JournalNote note, Optional<Instant> modified) {
        Set<SubjectKey> author = note.author().map(Set::of).orElseGet(Set::of);
        return List.of(new Fact(source, whose.key(), note, Set.of(), author, modified));
    }
}
