package se.omsorgsbron.bridge.disclosure;

import static se.omsorgsbron.api.domain.RecordedGround.Kind.BLOCK;
import static se.omsorgsbron.api.domain.RecordedGround.Kind.CONSENT;
import static se.omsorgsbron.api.domain.RecordedGround.Kind.CONSENT_WITHDRAWN;

import java.util.List;
import java.util.Random;
import java.util.Set;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.source.Fact;

/**
 * One round of the race: a person who has consented to everything, and what happens while they are delivered.
 *
 * @param end how it ends
 * @param afterMicros when the end is stored, after the delivery began
 * @param known whether the recipient has everything already and is being sent a further note
 * @param answersLost whether no answer arrives until the end is stored
 */
record RaceRound(MatrixPerson person, End end, int afterMicros, boolean known, boolean answersLost) {
    private static final Set<String> RESOURCES = Set.of(
            "clients",
            "personnel",
            "provider_contact_personnels",
            "execution",
            "plans",
            "action-plans",
            "daily",
            "risk",
            "relative",
            "friend",
            "legal-guardian",
            "case-officer",
            "unit-manager",
            "ground0");
    private static final int LONGEST_MICROS = 40_000;

    /** How there comes to be no ground any more. */
    enum End {
        CONSENT_WITHDRAWN,
        BLOCKED,
        PROTECTED
    }

    static RaceRound of(int number, Random random) {
        Situation consented = new Situation("consent", List.of(Grounds.ground(CONSENT, -10)), List.of(), true);
        int die = random.nextInt(20);
        End end = die < 10 ? End.BLOCKED : die < 17 ? End.CONSENT_WITHDRAWN : End.PROTECTED;
        return new RaceRound(
                new MatrixPerson(number, ProtectedIdentity.NONE, consented),
                end,
                random.nextInt(LONGEST_MICROS),
                random.nextInt(3) == 0,
                random.nextInt(4) == 0);
    }

    /** Some of everything: a round is short. */
    List<Fact> facts() {
        return person.facts().stream()
                .filter(fact -> RESOURCES.contains(fact.source().resource()))
                .toList();
    }

    /** Something new about somebody who is known. */
    Fact furtherNote() {
        return person.about("further", person.contents().note(NoteKind.RISK, Place.note(NoteKind.RISK), true, Law.SOL));
    }

    /** What a source says of the end. */
    Fact fact() {
        return switch (end) {
            case CONSENT_WITHDRAWN -> person.about("late", Grounds.ground(CONSENT_WITHDRAWN, 0));
            case BLOCKED -> person.about("late", Grounds.ground(BLOCK, 0));
            case PROTECTED ->
                new MatrixPerson(person.index(), ProtectedIdentity.PROTECTED_REGISTRATION, person.situation()).person();
        };
    }

    /** Whether the recipient's current versions may still say that. */
    boolean mayStay(Place place) {
        // The patient that was created stays without a ground, but keeps no protected person's name; a member of staff
        // is
        // nobody's secret; the team that names them is looked at.
        boolean notOurs = List.of(Place.CONTACT, Place.TELEPHONE, Place.EMAIL).contains(place)
                || (place.equals(Place.NAME) && end != End.PROTECTED);
        boolean officer = place.concept().equals("team") && place.part().equals("case-officer");
        return notOurs || (end == End.PROTECTED && officer && place.rule() == Place.Rule.PART);
    }
}
