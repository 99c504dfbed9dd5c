package se.omsorgsbron.api.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Social journalanteckning. Immutable: a correction is a new note that {@code corrects} an earlier one, a withdrawal marks it.
 *
 * @param kind which kind
 * @param occurred when it happened; when it was written, where the source does not say
 * @param written when it was written
 * @param signed when it was signed; an unsigned note is a draft and never leaves
 * @param author the member of staff who wrote it, where the source says who
 * @param authorName the author's name in the note itself
 * @param authorTitle the author's title or role in the note itself; "" where it does not say
 * @param text what was written
 * @param followUpWanted whether the author asks somebody to follow it up
 * @param corrects the note that this one corrects
 * @param withdrawn whether it was marked as an error or deleted
 * @param law the law it is written under
 */
public record JournalNote(
        NoteKind kind,
        Instant occurred,
        Instant written,
        Optional<Instant> signed,
        Optional<SubjectKey> author,
        PersonName authorName,
        String authorTitle,
        FreeText text,
        boolean followUpWanted,
        Optional<SourceReference> corrects,
        boolean withdrawn,
        Law law)
        implements FactContent {

    /** The same, marked as one that should not be used. */
    public JournalNote asWithdrawn() {
        return new JournalNote(
                kind,
                occurred,
                written,
                signed,
                author,
                authorName,
                authorTitle,
                text,
                followUpWanted,
                corrects,
                true,
                law);
    }

    /** The same, with another name for who wrote it. */
    public JournalNote writtenBy(PersonName name) {
        return new JournalNote(
                kind,
                occurred,
                written,
                signed,
                author,
                name,
                authorTitle,
                text,
                followUpWanted,
                corrects,
                withdrawn,
                law);
    }
}
