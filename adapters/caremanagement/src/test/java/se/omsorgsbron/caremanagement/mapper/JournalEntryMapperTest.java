package se.omsorgsbron.caremanagement.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.caremanagement.Samples.CONTEXT;
import static se.omsorgsbron.caremanagement.Samples.WHOSE;
import static se.omsorgsbron.caremanagement.Samples.content;
import static se.omsorgsbron.caremanagement.Samples.facts;
import static se.omsorgsbron.caremanagement.Samples.json;
import static se.omsorgsbron.caremanagement.Samples.problems;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class JournalEntryMapperTest {
    private static final String FULL = """
            {id: 'j1', errandId: 'e1', type: 'Risk', heading: 'Fallrisk', text: 'Halkade i hallen 😀 åäö', status: 'LOCKED',
             entryDateTime: '2026-11-24T20:15:00Z', createdBy: 'carola01winberg', created: '2026-11-24T20:20:00Z',
             modifiedBy: 'ebb14eri', modified: '2026-11-24T20:30:00Z', lockedBy: 'carola01winberg', locked: '2026-11-24T20:31:00Z'}
            """;

    private static Mapped<List<Fact>> map(String json) {
        return JournalEntryMapper.toJournalNote(json(json), WHOSE, CONTEXT);
    }

    @Test
    void aLockedEntryIsASignedNote() {
        Mapped<List<Fact>> mapped = map(FULL);
        JournalNote note = content(mapped, JournalNote.class);

        assertThat(note.kind()).isEqualTo(NoteKind.RISK);
        assertThat(note.occurred()).isEqualTo(Instant.parse("2026-11-24T20:15:00Z"));
        assertThat(note.written()).isEqualTo(Instant.parse("2026-11-24T20:20:00Z"));
        assertThat(note.signed()).contains(Instant.parse("2026-11-24T20:31:00Z"));
        assertThat(note.author()).contains(Keys.user("carola01winberg"));
        assertThat(note.text().value()).isEqualTo("Fallrisk\nHalkade i hallen 😀 åäö");
        assertThat(note.law()).isEqualTo(Law.SOL);
        assertThat(mapped.unused()).containsExactly("modifiedBy", "lockedBy");
    }

    @Test
    void anEntryThatIsWorkedOnIsADraft() {
        assertThat(content(map(FULL.replace("LOCKED", "WORKING")), JournalNote.class)
                        .signed())
                .isEmpty();
    }

    @Test
    void anEntryThatIsLockedWithoutATimeIsHeld() {
        assertThat(problems(map(FULL.replace(" locked: '2026-11-24T20:31:00Z'", " locked: null"))))
                .containsExactly("missing-field locked");
    }

    @Test
    void anEmptyEntryIsHeldWithAllItsProblems() {
        assertThat(problems(map("{}")))
                .containsExactly(
                        "missing-field id",
                        "missing-field type",
                        "missing-field heading",
                        "missing-field entryDateTime",
                        "missing-field status");
    }

    @Test
    void aTypeThatNobodyHasSettledIsHeldAndAnIgnoredOneGivesNothing() {
        assertThat(problems(map(FULL.replace("'Risk'", "'Nytt'").replace("'LOCKED'", "'GONE'"))))
                .containsExactly("unknown-code type", "unknown-code status");
        Mapped<List<Fact>> ignored = map(FULL.replace("'Risk'", "'Telefonsamtal'"));
        assertThat(facts(ignored)).isEmpty();
        assertThat(ignored.unused()).contains("text", "heading");
    }

    @Test
    void whatTheBridgeWroteIsNoNoteAndAPersonsCopyOfItIs() {
        String marked =
                FULL.replace("åäö", "åäö\\n" + Marker.of(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e")));

        assertThat(facts(map(marked.replace("createdBy: 'carola01winberg'", "createdBy: 'omsorgsbron01'"))))
                .isEmpty();
        assertThat(facts(map(marked))).hasSize(1);
        assertThat(facts(map(FULL.replace("createdBy: 'carola01winberg'", "createdBy: 'omsorgsbron01'"))))
                .as("without a marker the account alone is not enough")
                .hasSize(1);
    }

    @Test
    void aNoteBesideTheJournalIsOfTheKindThatIsSettledAndOtherwiseNotRead() {
        String json =
                "{id: 'n1', errandId: 'e1', body: 'Ringde hem', author: 'jane01doe', created: '2026-11-24T20:15:00Z'}";
        JournalNote note = content(NoteMapper.toJournalNote(json(json), WHOSE, CONTEXT), JournalNote.class);
        assertThat(note.kind()).isEqualTo(NoteKind.FOLLOW_UP);
        assertThat(note.signed()).contains(Instant.parse("2026-11-24T20:15:00Z"));

        MappingContext.Texts texts = CONTEXT.texts();
        MappingContext none = new MappingContext(
                CONTEXT.zone(),
                CONTEXT.ownAccount(),
                true,
                CONTEXT.errands(),
                CONTEXT.roles(),
                new MappingContext.Texts(
                        texts.entries(),
                        texts.ignoredEntries(),
                        Optional.empty(),
                        texts.plans(),
                        texts.ignoredDocuments(),
                        texts.labels()));
        assertThat(facts(NoteMapper.toJournalNote(json(json), WHOSE, none))).isEmpty();
        assertThat(problems(NoteMapper.toJournalNote(json("{}"), WHOSE, CONTEXT)))
                .containsExactly("missing-field id", "missing-field body", "missing-field created");
        assertThat(problems(NoteMapper.toJournalNote(json(json.replace("'Ringde hem'", "7")), WHOSE, CONTEXT)))
                .containsExactly("not-json body");
    }
}
