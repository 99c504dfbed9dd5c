package se.omsorgsbron.caremanagement.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.caremanagement.Records.RULES;
import static se.omsorgsbron.caremanagement.Records.note;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.caremanagement.Records;
import se.omsorgsbron.caremanagement.Samples;

class JournalItemsTest {
    private static List<Item> items(NoteEntry... notes) {
        return items(Set.of(), notes);
    }

    private static List<Item> items(Set<String> delivered, NoteEntry... notes) {
        Records records = new Records();
        List.of(notes).forEach(records::with);
        return JournalItems.of(records.person(), delivered, RULES);
    }

    @Test
    void aNoteOfAnotherSystemIsOneEntryWrittenOnce() {
        Item item = items(note("1", NoteKind.DAILY)).get(0);
        Entry entry = Entry.of(item);

        assertThat(item.mode()).isEqualTo(Item.Mode.ONCE);
        assertThat(item.concept()).isEqualTo(Concept.NOTES);
        assertThat(item.key()).isEqualTo("journal-entry/" + entry.id()).doesNotContain(Samples.NUMBER);
        assertThat(entry.person()).isEqualTo(Samples.NUMBER);
        assertThat(entry.body().path("heading").asText()).isEqualTo("Anteckning");
        assertThat(entry.body().path("entryDateTime").asText()).isEqualTo("2026-11-24T22:15:00+01:00");
        assertThat(entry.body().path("createdBy").asText()).isEqualTo(Samples.BRIDGE);
        assertThat(entry.body().path("text").asText())
                .isEqualTo("Från nattpatrullen, Nils Natt, Undersköterska, 2026-11-24 22:15:\n"
                        + "Tillsyn kl 22. Sov gott 😀 åäö\n" + Marker.of(entry.id()));
    }

    @Test
    void itsOwnNotesUnsignedNotesAndWithdrawnOnesThatWereNeverGivenAreLeftOut() {
        assertThat(items(
                        note("caremanagement", "1", NoteKind.RISK, "egen", true, false),
                        note("night-patrol", "2", NoteKind.RISK, "utkast", false, false),
                        note("night-patrol", "3", NoteKind.RISK, "tillbaka", true, true)))
                .isEmpty();
    }

    @Test
    void aNoteThatWasGivenAndIsWithdrawnGetsAnEntryThatSaysSo() {
        String given = items(note("1", NoteKind.DAILY)).get(0).key();

        List<Item> items = items(Set.of(given), note("night-patrol", "1", NoteKind.DAILY, "tillbaka", true, true));

        assertThat(items).hasSize(1);
        assertThat(items.get(0).key()).isNotEqualTo(given);
        String text = Entry.of(items.get(0)).body().path("text").asText();
        assertThat(text)
                .startsWith(
                        "Från nattpatrullen: anteckningen om 2026-11-24 22:15 har återkallats och ska inte användas.")
                .doesNotContain("tillbaka");
    }

    @Test
    void aCorrectionIsAnEntryOfItsOwnThatSaysWhatItCorrects() {
        NoteEntry first = note("1", NoteKind.DAILY);
        NoteEntry second = note(note("2", NoteKind.DAILY), Optional.of(first.source()), false);

        List<Item> items = items(first, second);

        assertThat(items).hasSize(2);
        assertThat(Entry.of(items.get(1)).body().path("text").asText())
                .contains("Rättar en tidigare anteckning om 2026-11-24 22:15.");
    }

    @Test
    void aRiskGoesFirstAndNotifiesTheOfficerWithoutTellingWhatItIs() {
        List<Item> items = items(note("1", NoteKind.RISK));

        assertThat(items).extracting(Item::concept).containsOnly(Concept.RISK);
        Item notification = items.get(1);
        assertThat(notification.mode()).isEqualTo(Item.Mode.ONCE);
        assertThat(notification.needs()).containsExactly(items.get(0).key());
        assertThat(Entry.of(notification).body().toString())
                .doesNotContain("Tillsyn")
                .doesNotContain("Påhittsson");
    }

    @Test
    void aNoteToBeFollowedUpNotifiesToAndAnyOtherDoesNot() {
        assertThat(items(note(note("1", NoteKind.DAILY), Optional.empty(), true)))
                .hasSize(2);
        assertThat(items(note("1", NoteKind.DEVIATION))).hasSize(1);
    }

    @Test
    void keyAndHashStayTheSameWhenThePersonGetsAnotherNumber() {
        Item before = items(note("1", NoteKind.DAILY)).get(0);
        Item after = JournalItems.of(
                        new Records()
                                .numbered("189602029812")
                                .with(note("1", NoteKind.DAILY))
                                .person(),
                        Set.of(),
                        RULES)
                .get(0);

        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.hash()).isEqualTo(before.hash());
        assertThat(after.content()).isNotEqualTo(before.content());
    }

    @Test
    void aTextOverTheLimitIsHeldWhole() {
        Item longest = items(note("night-patrol", "1", NoteKind.DAILY, "å".repeat(1_048_576), true, false))
                .get(0);

        List<Problem> problems = ItemCheck.problems(longest);

        assertThat(problems).extracting(Problem::field).containsExactly("text");
        assertThat(problems.toString()).contains("1048576").doesNotContain("ååå");
        assertThat(Entry.of(longest).body().path("text").asText()).contains("å".repeat(1_048_576));
        assertThat(ItemCheck.problems(items(note("2", NoteKind.DAILY)).get(0))).isEmpty();
    }

    @Test
    void halfACharacterIsHeldBecauseItCannotArriveUnharmed() {
        Item odd = items(note("night-patrol", "1", NoteKind.DAILY, "trasig \ud83d", true, false))
                .get(0);

        assertThat(ItemCheck.problems(odd)).hasSize(1);
    }

    @Test
    void onlyTheLastMarkerOfATextCounts() {
        Entry first = Entry.of(items(note("1", NoteKind.DAILY)).get(0));
        String quoting = "Som natten skrev:\r\n" + first.body().path("text").asText() + "\r\n";
        Entry second = Entry.of(items(note("night-patrol", "2", NoteKind.DAILY, quoting, true, false))
                .get(0));

        assertThat(Marker.in(second.body().path("text").asText())).contains(second.id());
        assertThat(Marker.in(quoting)).contains(first.id());
        assertThat(Marker.in("Skrev " + Marker.of(first.id()) + " i texten")).isEmpty();
    }
}
