package se.omsorgsbron.nightpatrol.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.nightpatrol.PatrolNote;
import se.omsorgsbron.nightpatrol.PatrolWithdrawal;

class PatrolMapperTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEXT = "Låg på golvet 🌙\nåäö é\r\n  \"citat\" ";

    @Test
    void aFullNoteIsReadWithEveryFieldAndItsTextUnharmed() {
        Mapped<PatrolNote> note = PatrolMapper.toNote(full());

        assertThat(note)
                .isEqualTo(new Mapped.Value<>(
                        new PatrolNote(
                                "round-7:1",
                                IdentityNumbers.parse("189002029800").orElseThrow(),
                                NoteKind.DEVIATION,
                                Instant.parse("2026-11-25T01:14:00Z"),
                                new PatrolNote.Author(
                                        new PersonName("", "Eva Öberg"),
                                        "undersköterska",
                                        HsaId.parse("SE165565594230-1003")),
                                new FreeText(TEXT),
                                true,
                                Optional.of("round-6:4")),
                        List.of()));
    }

    @Test
    void anEmptyNoteIsToldEverythingThatIsMissing() {
        assertThat(problems(PatrolMapper.toNote(json("{}"))))
                .containsExactlyInAnyOrder(
                        "missing-field id",
                        "missing-field person",
                        "missing-field kind",
                        "missing-field occurred",
                        "missing-field author",
                        "missing-field text");
    }

    @Test
    void whatIsOddIsToldWithoutRepeatingIt() {
        ObjectNode odd = full();
        odd.put("id", "Gunnar Öberg")
                .put("person", "189002029801")
                .put("kind", "gossip")
                .put("occurred", "2026-11-25T01:14:00")
                .put("text", "x".repeat(PatrolMapper.LONGEST_TEXT + 1))
                .put("followUpWanted", "ja");
        odd.putObject("author").put("name", "Två\nrader").put("hsaId", "1003");

        Mapped<PatrolNote> mapped = PatrolMapper.toNote(odd);

        assertThat(problems(mapped))
                .containsExactlyInAnyOrder(
                        "not-json id",
                        "invalid-identity-number person",
                        "unknown-code kind",
                        "not-a-date occurred",
                        "not-json author.name",
                        "invalid-hsa-id author.hsaId",
                        "not-json text",
                        "not-json followUpWanted");
        assertThat(mapped.toString()).doesNotContain("Gunnar").doesNotContain("189002029801");
    }

    @Test
    void whatIsBlankCountsAsNothing() {
        ObjectNode blank = full();
        blank.put("kind", " ").put("occurred", "").put("text", " \n");

        assertThat(problems(PatrolMapper.toNote(blank)))
                .containsExactlyInAnyOrder("missing-field kind", "missing-field occurred", "missing-field text");
    }

    @Test
    void aFieldThatTheContractDoesNotHaveIsUnused() {
        ObjectNode more = full();
        more.put("mood", "good");

        assertThat(PatrolMapper.toNote(more).unused()).containsExactly("mood");
    }

    @Test
    void aWithdrawalNamesTheEarlierNote() {
        assertThat(PatrolMapper.toWithdrawal(json("{\"id\":\"w1\",\"withdraws\":\"round-7:1\"}")))
                .isEqualTo(new Mapped.Value<>(new PatrolWithdrawal("w1", "round-7:1"), List.of()));
        assertThat(problems(PatrolMapper.toWithdrawal(json("{\"id\":\"w1\"}"))))
                .containsExactly("missing-field withdraws");
    }

    @Property(tries = 300)
    void usedAndUnusedAreTogetherEveryPopulatedField(@ForAll long seed) {
        ObjectNode note = full();
        Random random = new Random(seed);
        for (String field :
                List.of("id", "person", "kind", "occurred", "text", "corrects", "followUpWanted", "author")) {
            if (random.nextInt(4) == 0) {
                note.remove(field);
            }
        }
        Set<String> strange = new HashSet<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            note.put("strange" + i, i);
            strange.add("strange" + i);
        }

        List<String> unused = PatrolMapper.toNote(note).unused();

        assertThat(new HashSet<>(unused)).isEqualTo(strange);
        assertThat(Leaves.of(note)).containsAll(unused);
    }

    private static ObjectNode full() {
        ObjectNode note = JSON.createObjectNode();
        note.put("id", "round-7:1")
                .put("person", "189002029800")
                .put("kind", "deviation")
                .put("occurred", "2026-11-25T02:14:00+01:00")
                .put("text", TEXT)
                .put("followUpWanted", true)
                .put("corrects", "round-6:4");
        note.putObject("author")
                .put("name", "Eva Öberg")
                .put("title", "undersköterska")
                .put("hsaId", "SE165565594230-1003");
        return note;
    }

    private static List<String> problems(Mapped<?> mapped) {
        assertThat(mapped).isInstanceOf(Mapped.Rejected.class);
        return ((Mapped.Rejected<?>) mapped)
                .problems().stream()
                        .map(problem -> problem.reason().code() + " " + problem.field())
                        .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError("the test's own JSON", mistake);
        }
    }
}
