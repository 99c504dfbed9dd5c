package se.omsorgsbron.bridge.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.ContactPoint.Use;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.PostalAddress;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.ProviderUnit;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.ledger.TestFacts;

/**
 * A person of whom everything is known, each thing with a canary, and who has staff and a unit of their own.
 *
 * @param index 0 to 999
 */
record MatrixPerson(int index, ProtectedIdentity protection, Situation situation) {
    static final LocalDate START = TestDeliveries.TODAY.minusDays(100);

    /** Everything that a source says of the person, the staff and the unit. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(staff("contact", Place.CONTACT, Place.TELEPHONE));
        if (wellKnown()) {
            facts.add(unit());
            facts.add(staff("author", Place.AUTHOR, Place.AUTHOR_TELEPHONE));
        }
        facts.add(person());
        if (situation.homeCare()) {
            facts.add(contact());
        }
        facts.add(about(
                "execution",
                new Execution(
                        situation.homeCare() ? Law.SOL : Law.LSS,
                        "Hjälp",
                        Period.from(START),
                        Optional.of(unitKey()))));
        for (TeamRole role : TeamRole.values()) {
            facts.add(about(role.code(), contents().member(role)));
        }
        for (NoteKind kind : NoteKind.values()) {
            facts.add(about(kind.code(), contents().note(kind, Place.note(kind), true, Law.SOL)));
        }
        facts.add(about("draft", contents().note(NoteKind.DEVIATION, Place.DRAFT, false, Law.SOL)));
        facts.add(about("lss", contents().note(NoteKind.DEVIATION, Place.OTHER_LAW, true, Law.LSS)));
        facts.add(plan("plans", PlanType.IMPLEMENTATION_PLAN));
        facts.add(plan("action-plans", PlanType.ACTION_PLAN));
        IntStream.range(0, situation.recorded().size())
                .forEach(i ->
                        facts.add(about("ground" + i, by(situation.recorded().get(i)))));
        return facts;
    }

    /** Whether the author of the plans and the unit are in the ledger too: each costs every recipient a delivery of its own. */
    boolean wellKnown() {
        return situation.recorded().size() > 2;
    }

    /** A number of somebody born in the 1880s, with the check digit that makes it one. */
    IdentityNumber number() {
        LocalDate born = LocalDate.of(1881, 1, 1).plusDays(index);
        String digits = born.toString().replace("-", "") + "980";
        return IntStream.range(0, 10)
                .mapToObj(digit -> IdentityNumbers.parse(digits + digit))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private String canary(Place place) {
        return place.canary(index);
    }

    /** A record about the person, the only one of that resource. */
    Fact about(String what, FactContent content) {
        return TestFacts.about(what, what + index, number().value(), content);
    }

    private SubjectKey unitKey() {
        return new SubjectKey(SubjectKind.UNIT, "lifecare/unit-id", "" + index);
    }

    private Fact unit() {
        ProviderUnit unit = new ProviderUnit(canary(Place.UNIT), Optional.empty(), true);
        return fact("units", "" + index, unitKey(), unit, Set.of(), Set.of());
    }

    private SubjectKey staffKey(String which) {
        return TestFacts.staffNumber(canary(Place.STAFF_NUMBER) + which);
    }

    private Fact staff(String which, Place name, Place telephone) {
        StaffMember staff = new StaffMember(
                new PersonName("Vård", canary(name)),
                Optional.empty(),
                "Undersköterska",
                List.of(
                        new ContactPoint(Medium.PHONE, Use.WORK, canary(telephone), false),
                        new ContactPoint(
                                Medium.EMAIL,
                                Use.WORK,
                                canary(name.equals(Place.CONTACT) ? Place.EMAIL : telephone) + "@example.org",
                                false),
                        new ContactPoint(Medium.PHONE, Use.HOME, canary(Place.HOME_TELEPHONE), false),
                        new ContactPoint(Medium.PHONE, Use.WORK, canary(Place.HOME_TELEPHONE), true)),
                true);
        SubjectKey key = new SubjectKey(SubjectKind.STAFF, "lifecare/personnel-id", which + index);
        return fact("personnel", which + index, key, staff, Set.of(staffKey(which)), Set.of());
    }

    /** The person's own record. */
    Fact person() {
        Person person = new Person(
                number(),
                new PersonName("Fiktiva", canary(Place.NAME)),
                protection,
                List.of(new PostalAddress(
                        Optional.of(canary(Place.ADDRESS)),
                        Optional.of(canary(Place.ADDRESS)),
                        Optional.of("14500"),
                        Optional.of(canary(Place.ADDRESS)),
                        Optional.empty(),
                        false)),
                List.of(new ContactPoint(Medium.PHONE, Use.MOBILE, canary(Place.PERSON_TELEPHONE), false)),
                true,
                Optional.empty());
        SubjectKey client = new SubjectKey(SubjectKind.PERSON, "lifecare/client-id", "" + index);
        return fact("clients", "" + index, client, person, Set.of(TestFacts.number(number().value())), Set.of());
    }

    private Fact contact() {
        PermanentContact contact = new PermanentContact(
                staffKey("contact"), Optional.of(unitKey()), Optional.of(Rank.FIRST), Period.from(START));
        return fact(
                "provider_contact_personnels",
                "" + index,
                TestFacts.number(number().value()),
                contact,
                Set.of(),
                Set.of(staffKey("contact"), unitKey()));
    }

    private Fact plan(String concept, PlanType type) {
        return fact(
                concept,
                "" + index,
                TestFacts.number(number().value()),
                contents().plan(concept, type, unitKey(), staffKey("author")),
                Set.of(),
                Set.of(staffKey("author"), unitKey()));
    }

    MatrixContents contents() {
        return new MatrixContents(index);
    }

    private RecordedGround by(RecordedGround ground) {
        return new RecordedGround(ground.kind(), ground.scope(), ground.period(), canary(Place.OFFICER));
    }

    private static Fact fact(
            String resource,
            String id,
            SubjectKey subject,
            FactContent content,
            Set<SubjectKey> names,
            Set<SubjectKey> relatesTo) {
        return new Fact(TestFacts.source(resource, id), subject, content, names, relatesTo, Optional.empty());
    }
}
