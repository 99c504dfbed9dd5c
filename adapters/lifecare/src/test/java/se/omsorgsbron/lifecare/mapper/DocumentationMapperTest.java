package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.content;
import static se.omsorgsbron.lifecare.Samples.fact;
import static se.omsorgsbron.lifecare.Samples.json;
import static se.omsorgsbron.lifecare.Samples.problems;
import static se.omsorgsbron.lifecare.Samples.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class DocumentationMapperTest {
    private static final String FULL = """
            {Id: 'D-2', HeadlineId: '100502', ParentId: 'D-0', Status: 'Current', ContentType: 'Text',
             Text: '{\\\\rtf1 Gerda}', PlainText: 'Gerda sov.\\n\\nSedan 🍂', CreatedSignature: 'FAWA',
             CreatedTime: '2026-10-03T11:00:00', CreatedName: 'Fatuma Warsame', CreatedRoleId: 'UTF',
             SignedSignature: 'GOVA', SignedTime: '2026-10-03T12:00:00+02:00', ExecutionId: 120001,
             OccurrenceTime: '2026-10-03T10:00:00Z', ErrorMarked: false, OriginId: 'D-1', PreviousHistoryId: 'D-1'}
            """;

    private static ObjectNode full() {
        return (ObjectNode) json(FULL);
    }

    private static ObjectNode fullWithout(String... fields) {
        ObjectNode record = full();
        record.remove(List.of(fields));
        return record;
    }

    private static Mapped<List<Fact>> map(JsonNode record) {
        return DocumentationMapper.toJournalNote(record, Law.SOL, CONTEXT);
    }

    private static JournalNote note(JsonNode record) {
        return content(map(record), JournalNote.class);
    }

    @Test
    void aFullNoteBecomesANoteOfTheOneWhoseExecutionItNames() {
        Mapped<List<Fact>> mapped = map(full());

        assertThat(fact(mapped))
                .isEqualTo(new Fact(
                        new SourceReference("lifecare", "documentations", "D-2"),
                        LifecareKeys.execution("120001"),
                        new JournalNote(
                                NoteKind.DEVIATION,
                                Instant.parse("2026-10-03T10:00:00Z"),
                                Instant.parse("2026-10-03T09:00:00Z"),
                                Optional.of(Instant.parse("2026-10-03T10:00:00Z")),
                                Optional.of(LifecareKeys.signature("FAWA")),
                                new PersonName("", "Fatuma Warsame"),
                                "",
                                new FreeText("Gerda sov.\n\nSedan 🍂"),
                                false,
                                Optional.of(new SourceReference("lifecare", "documentations", "D-1")),
                                false,
                                Law.SOL),
                        Set.of(),
                        Set.of(LifecareKeys.signature("FAWA")),
                        Optional.empty()));
        assertThat(mapped.unused()).containsExactly("ParentId", "Text", "CreatedRoleId", "SignedSignature", "OriginId");
    }

    @Test
    void anEmptyNoteIsHeldForEverythingThatTheContractRequires() {
        assertThat(problems(map(json("{}"))))
                .containsExactlyInAnyOrder(
                        "missing-field Id",
                        "missing-field HeadlineId",
                        "missing-field ExecutionId",
                        "missing-field CreatedRoleId",
                        "missing-field CreatedSignature",
                        "missing-field CreatedName",
                        "missing-field CreatedTime");
    }

    @Test
    void aNoteUnderAHeadlineThatTheMunicipalityIgnoresIsNoneOfOursAndNotHeld() {
        ObjectNode other = fullWithout("CreatedName").put("HeadlineId", "100590");

        assertThat(value(map(other))).isEmpty();
        assertThat(map(other).unused()).isEqualTo(Leaves.of(other));
    }

    @Test
    void aNoteUnderAHeadlineThatNobodyHasSettledIsHeld() {
        assertThat(problems(map(full().put("HeadlineId", "999")))).containsExactly("unknown-code HeadlineId");
    }

    @Test
    void anImageIsNoneOfOurs() {
        ObjectNode image = full().put("ContentType", "Image");

        assertThat(value(map(image))).isEmpty();
        assertThat(map(image).unused()).isEqualTo(Leaves.of(image));
    }

    @Test
    void aNoteThatIsMarkedAsAnErrorOrDeletedIsWithdrawnAndAFormerWordingIsNot() {
        assertThat(note(full().put("ErrorMarked", true)).withdrawn()).isTrue();
        assertThat(note(full().put("Status", "Deleted")).withdrawn()).isTrue();
        assertThat(note(full().put("Status", "History")).withdrawn()).isFalse();
        assertThat(problems(map(full().put("Status", "Draft")))).containsExactly("unknown-code Status");
    }

    @Test
    void aDraftNeedNotHaveWordsYet() {
        ObjectNode draft = fullWithout("SignedTime", "SignedSignature", "PlainText", "Text");

        assertThat(note(draft).signed()).isEmpty();
        assertThat(note(draft).text()).isEqualTo(new FreeText(""));
    }

    @Test
    void aSignedNoteIsHeldWithoutWordsOrWithRichTextOnly() {
        assertThat(problems(map(fullWithout("PlainText", "Text")))).containsExactly("missing-field PlainText");
        assertThat(problems(map(fullWithout("PlainText")))).containsExactly("missing-field PlainText");
        assertThat(note(fullWithout("PlainText").put("Text", "Bra dag")).text()).isEqualTo(new FreeText("Bra dag"));
    }

    @Test
    void aNoteWithoutATimeOfItsOwnIsDatedByWhatThereIs() {
        JournalNote note = note(fullWithout("CreatedTime", "OccurrenceTime"));

        assertThat(note.written()).isEqualTo(Instant.parse("2026-10-03T10:00:00Z"));
        assertThat(note.occurred()).isEqualTo(note.written());
    }
}
