package se.omsorgsbron.lifecare.mapper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;

/** {@code Common.V1.Documentation}, wherever it stands. */
final class Notes {
    private static final String RICH_TEXT = "{\\rtf";

    private Notes() {}

    /** Whether it is text: an image is no note that can be carried. */
    static boolean hasWords(Fields fields) {
        return fields.code("ContentType", CodeTables.CONTENT_TYPES).orElse(true);
    }

    /** The note as one fact. */
    static Mapped<List<Fact>> map(Fields fields, SourceReference source, SubjectKey subject, NoteKind kind, Law law) {
        fields.requirePresent("CreatedRoleId");
        String createdSignature = fields.requiredText("CreatedSignature");
        Optional<Instant> signed = fields.instant("SignedTime");
        boolean deleted = fields.code("Status", CodeTables.DELETED_NOTES).orElse(false);
        boolean withdrawn = fields.flag("ErrorMarked").orElse(false) || deleted;
        Instant written = written(fields, signed);
        SubjectKey author = LifecareKeys.signature(createdSignature);
        JournalNote note = new JournalNote(
                kind,
                fields.instant("OccurrenceTime").orElse(written),
                written,
                signed,
                Optional.of(author),
                new PersonName("", fields.requiredText("CreatedName")),
                "",
                text(fields, signed.isPresent() && !withdrawn),
                false,
                corrects(fields, source),
                withdrawn,
                law);
        return fields.mapped(() -> Facts.one(source, subject, note, Set.of(author)));
    }

    /** Lifecare need not say when it was written; then it was no later than it was signed. */
    private static Instant written(Fields fields, Optional<Instant> signed) {
        Optional<Instant> created = fields.instant("CreatedTime");
        Optional<Instant> occurred = fields.instant("OccurrenceTime");
        Optional<Instant> known =
                Stream.of(created, signed, occurred).flatMap(Optional::stream).findFirst();
        return known.orElseGet(() -> fields.requiredInstant("CreatedTime"));
    }

    /** A draft or a withdrawn note may be without words; what leaves has some. Rich text is never sent as if it were plain. */
    private static FreeText text(Fields fields, boolean needed) {
        Optional<String> plain = fields.text("PlainText");
        Optional<String> text = plain.or(() -> fields.text("Text"));
        boolean rich =
                plain.isEmpty() && text.filter(t -> t.startsWith(RICH_TEXT)).isPresent();
        if (needed && (rich || text.isEmpty())) {
            fields.report(
                    Reason.MISSING_FIELD, "PlainText", rich ? "rich text only" : "nothing", "the note in plain text");
        }
        return new FreeText(rich ? "" : text.orElse(""));
    }

    private static Optional<SourceReference> corrects(Fields fields, SourceReference source) {
        return fields.id("PreviousHistoryId")
                .map(former -> new SourceReference(source.system(), source.resource(), former));
    }
}
