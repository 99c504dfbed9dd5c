package se.omsorgsbron.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Item.Mode;
import se.omsorgsbron.bridge.ledger.DeliveryLog.Delivery;
import se.omsorgsbron.bridge.ledger.DeliveryLog.Rung;

class DifferenceTest {
    private static final Item PATIENT = new Item("Patient/1", Concept.PERSON, Mode.ENSURE, "{}", "p", Set.of());
    private static final Item TEAM =
            new Item("CareTeam/1", Concept.CONTACTS, Mode.KEEP, "{}", "t", Set.of("Patient/1", "Practitioner/9"));
    private static final Item END = new Item("CarePlan/1", Concept.PLANS, Mode.END, "{}", "e", Set.of("Patient/1"));

    @Test
    void whatTheRecipientHasIsNotSentAgain() {
        assertThat(between(Map.of("Patient/1", accepted("p"), "CareTeam/1", accepted("t")), PATIENT, TEAM))
                .isEmpty();
    }

    @Test
    void theEndOfSomethingIsToldOnlyToWhoWasGivenIt() {
        assertThat(between(Map.of("Patient/1", accepted("p")), PATIENT, END)).isEmpty();
        assertThat(between(Map.of("Patient/1", accepted("p"), "CarePlan/1", accepted("old")), PATIENT, END))
                .containsExactly(END);
    }

    @Test
    void aPatientIsLookedForOnlyWhenThereIsSomethingToSay() {
        assertThat(between(Map.of(), PATIENT, END)).isEmpty();
        assertThat(between(Map.of(), PATIENT, TEAM)).containsExactly(PATIENT, TEAM);
    }

    @Test
    void aPatientThatWasFoundIsNotSentAgainHoweverThePersonChanges() {
        assertThat(between(Map.of("Patient/1", accepted("former name"), "CareTeam/1", accepted("old")), PATIENT, TEAM))
                .containsExactly(TEAM);
    }

    @Test
    void whatWasSentWithoutAnAnswerIsSentAgain() {
        Delivery sent =
                new Delivery(Rung.SENT, Optional.of("t"), Optional.of("t"), Optional.of("1"), Optional.empty(), false);

        assertThat(between(Map.of("Patient/1", accepted("p"), "CareTeam/1", sent), PATIENT, TEAM))
                .containsExactly(TEAM);
    }

    @Test
    void whatWasRefusedIsLeftAloneUntilItIsAnother() {
        Delivery refused =
                new Delivery(Rung.HELD, Optional.empty(), Optional.of("t"), Optional.empty(), Optional.empty(), false);
        Delivery refusedBefore = new Delivery(
                Rung.HELD, Optional.empty(), Optional.of("former"), Optional.empty(), Optional.empty(), false);

        assertThat(between(Map.of("Patient/1", accepted("p"), "CareTeam/1", refused), PATIENT, TEAM))
                .isEmpty();
        assertThat(between(Map.of("Patient/1", accepted("p"), "CareTeam/1", refusedBefore), PATIENT, TEAM))
                .containsExactly(TEAM);
    }

    @Test
    void whatRefersToSomethingMissingWaitsAndSoDoesWhatRefersToThat() {
        Item note = new Item("Communication/1", Concept.NOTES, Mode.KEEP, "{}", "n", Set.of("CareTeam/1"));

        assertThat(Difference.deliverable(List.of(PATIENT, TEAM, note), Set.of()))
                .containsExactly(PATIENT);
        assertThat(Difference.deliverable(List.of(PATIENT, TEAM, note), Set.of("Practitioner/9")))
                .containsExactly(PATIENT, TEAM, note);
    }

    @Test
    void ofStaffOnlyWhatSomebodyNeedsLeavesWithWhatThatNeeds() {
        Item practitioner = new Item("Practitioner/9", Concept.STAFF, Mode.KEEP, "{}", "a", Set.of());
        Item role = new Item(
                "PractitionerRole/9", Concept.STAFF, Mode.KEEP, "{}", "r", Set.of("Practitioner/9", "Organization/5"));

        assertThat(Difference.needed(List.of(practitioner, role), Set.of())).isEmpty();
        assertThat(Difference.needed(List.of(practitioner, role), Set.of("Practitioner/9")))
                .containsExactly(practitioner);
        assertThat(Difference.needed(List.of(practitioner, role), Set.of("PractitionerRole/9")))
                .containsExactly(practitioner, role);
        assertThat(Difference.needsOf(List.of(practitioner, role))).containsExactly("Organization/5");
    }

    private static List<Item> between(Map<String, Delivery> delivered, Item... wanted) {
        return Difference.between(List.of(wanted), delivered);
    }

    private static Delivery accepted(String hash) {
        return new Delivery(
                Rung.ACCEPTED, Optional.of(hash), Optional.empty(), Optional.of("1"), Optional.empty(), false);
    }
}
