package se.omsorgsbron.bridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.HealthCareWords;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.ledger.TestFacts;

/**
 * Every kind of note, from each system to the journals of the others and back as an echo: no loop, nothing lost, and the words as they
 * were written but for the documented lines.
 */
class EveryKindTest {
    private static final Instant AT = Instant.parse("2026-11-20T01:14:00Z");
    private static final List<String> OTHERS = List.of("lifecare", "caremanagement", "night-patrol", "primary-care");
    /** The types of journal entry in the configuration of {@link TwoCaseSystemsFile}. */
    private static final Map<NoteKind, String> TYPES = Map.of(
            NoteKind.DAILY, "Anteckning",
            NoteKind.DEVIATION, "Avvikelse",
            NoteKind.RISK, "Risk",
            NoteKind.FOLLOW_UP, "Uppföljning",
            NoteKind.CHANGED_NEED, "Behov",
            NoteKind.HAND_OVER, "Överlämning",
            NoteKind.OFFICER_CONTACT, "Kontakt",
            NoteKind.CRITICAL_INFORMATION, "Viktigt");

    @TempDir
    private Path folder;

    @Test
    void everyKindStandsOnceInEveryOtherJournalWordForWord() throws IOException {
        try (TwoCaseSystems town = new TwoCaseSystems(folder, "botkyrka")) {
            Stream.of(NoteKind.values()).forEach(kind -> town.careManagement.list("journal-entries", entry(kind)));
            town.lifecareSays(facts("lifecare", "documentations", Law.SOL));
            town.says("night-patrol", facts("night-patrol", "notes", Law.SOL));
            town.says("primary-care", facts("primary-care", HealthCareWords.NOTES, Law.HSL));
            town.readCareManagement();
            town.deliver();

            all(town);

            town.readCareManagement();
            for (int i = 1; i <= town.lifecare.notes().size(); i++) {
                town.lifecareSays(TestFacts.note(String.valueOf(900_000 + i), TestFacts.NUMBER));
            }
            town.deliver();

            all(town);
            assertThat(town.person().notes()).hasSize(4 * NoteKind.values().length);

            // The same words, typed by somebody in the other system, are a new note.
            JsonNode copied = town.lifecare.notes().get(0);
            int before = town.careManagement.written().size();
            town.lifecareSays(
                    fact("lifecare", "documentations", "typed", NoteKind.DAILY, TwoCaseSystems.text(copied), Law.SOL));
            town.deliver();
            assertThat(town.careManagement.written()).hasSize(before + 1);
        }
    }

    private static void all(TwoCaseSystems town) {
        words(town.lifecare.notes(), "lifecare", text -> text);
        // The last line is the marker by which a lost answer is looked up.
        words(town.careManagement.written(), "caremanagement", text -> text.substring(0, text.lastIndexOf('\n')));
    }

    /** Exactly the notes of the others, each once. */
    private static void words(List<JsonNode> journal, String own, UnaryOperator<String> unmarked) {
        List<String> expected = OTHERS.stream()
                .filter(system -> !system.equals(own))
                .flatMap(system -> Arrays.stream(NoteKind.values()).map(kind -> heading(system) + text(system, kind)))
                .toList();
        assertThat(journal.stream()
                        .map(TwoCaseSystems::text)
                        .map(unmarked)
                        .map(text -> text.substring(text.indexOf('\n') + 1)))
                .as("what stands in the journal of %s under the line that says whose it is", own)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** An entry of CareManagement's has a heading, which stands before its words. */
    private static String heading(String system) {
        return system.equals("caremanagement") ? "Rubrik\n" : "";
    }

    private static String text(String system, NoteKind kind) {
        return "Åt äpplet 🍎 – «" + system + "».\n\n\tSov sedan; " + kind.code() + ".";
    }

    private static Fact[] facts(String system, String resource, Law law) {
        return Stream.of(NoteKind.values())
                .map(kind -> fact(system, resource, kind.code(), kind, text(system, kind), law))
                .toArray(Fact[]::new);
    }

    private static Fact fact(String system, String resource, String id, NoteKind kind, String text, Law law) {
        JournalNote note = new JournalNote(
                kind,
                AT,
                AT,
                Optional.of(AT),
                Optional.empty(),
                new PersonName("Åsa", "Ek"),
                "",
                new FreeText(text),
                false,
                Optional.empty(),
                false,
                law);
        return new Fact(
                new SourceReference(system, resource, id),
                TestFacts.note(id, TestFacts.NUMBER).subject(),
                note,
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    private static String entry(NoteKind kind) {
        String text = text("caremanagement", kind).replace("\n", "\\n").replace("\t", "\\t");
        return "{id: '%s', errandId: 'e1', type: '%s', heading: 'Rubrik', text: '%s', entryDateTime: '%s', created: '%s',"
                        .formatted(kind.code(), TYPES.get(kind), text, AT, AT)
                + " createdBy: 'jane02doe', status: 'LOCKED', locked: '" + AT + "'}";
    }
}
