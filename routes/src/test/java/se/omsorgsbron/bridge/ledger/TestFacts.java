package se.omsorgsbron.bridge.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;

/** Facts for tests; every number is that of a published test person. */
public final class TestFacts {
    public static final String NUMBER = "189002029800";
    public static final Instant WATERMARK = Instant.parse("2026-11-24T10:00:00Z");
    public static final UUID PERSON = SubjectIds.of("0127", source("clients", "1"));

    private TestFacts() {}

    /** The subject whose own record that is. */
    public static UUID subject(String resource, String id) {
        return SubjectIds.of("0127", source(resource, id));
    }

    public static SourceReference source(String resource, String id) {
        return new SourceReference("lifecare", resource, id);
    }

    public static SubjectKey number(String value) {
        return new SubjectKey(SubjectKind.PERSON, "lifecare/person-number", value);
    }

    public static SubjectKey staffNumber(String value) {
        return new SubjectKey(SubjectKind.STAFF, "lifecare/personnel-person-number", value);
    }

    public static Fact person(String id, String number) {
        return person(id, number, "Berg");
    }

    public static Fact person(String id, String number, String family) {
        Person person = new Person(
                IdentityNumbers.parse(number).orElseThrow(),
                new PersonName("Elsa", family),
                ProtectedIdentity.NONE,
                List.of(),
                List.of(),
                true,
                Optional.empty());
        SubjectKey client = new SubjectKey(SubjectKind.PERSON, "lifecare/client-id", id);
        return new Fact(source("clients", id), client, person, Set.of(number(number)), Set.of(), Optional.empty());
    }

    public static Fact staff(String id, String number) {
        StaffMember member =
                new StaffMember(new PersonName("Åsa", "Ek"), Optional.empty(), "Undersköterska", List.of(), true);
        SubjectKey key = new SubjectKey(SubjectKind.STAFF, "lifecare/personnel-id", id);
        return new Fact(source("personnel", id), key, member, Set.of(staffNumber(number)), Set.of(), Optional.empty());
    }

    public static Fact contact(String id, String person, String staff) {
        PermanentContact contact =
                new PermanentContact(staffNumber(staff), Optional.empty(), Optional.empty(), Period.OPEN);
        return new Fact(
                source("provider_contact_personnels", id),
                number(person),
                contact,
                Set.of(),
                Set.of(staffNumber(staff)),
                Optional.empty());
    }

    public static Fact plan(String id, String person, LocalDate established) {
        Plan plan = new Plan(
                PlanType.IMPLEMENTATION_PLAN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                established,
                Optional.empty(),
                new Plan.Participation(true, Optional.empty()),
                new Plan.FollowUp(established.plusMonths(6), Optional.empty()),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
        return about("service_plans", id, person, plan);
    }

    public static Fact note(String id, String person) {
        Instant written = Instant.parse("2026-11-01T08:00:00Z");
        JournalNote note = new JournalNote(
                NoteKind.DAILY,
                written,
                written,
                Optional.of(written),
                Optional.empty(),
                new PersonName("Åsa", "Ek"),
                "",
                new FreeText("Allt väl."),
                false,
                Optional.empty(),
                false,
                Law.SOL);
        return about("documentations", id, person, note);
    }

    public static Fact about(String resource, String id, String person, FactContent content) {
        return new Fact(source(resource, id), number(person), content, Set.of(), Set.of(), Optional.empty());
    }

    public static Observations changes(Fact... facts) {
        return new Observations(read(Stream.of(facts)), new Coverage.Changes(WATERMARK));
    }

    public static Observations complete(String resource, List<Fact> facts) {
        return new Observations(read(facts.stream()), new Coverage.Complete(Set.of(resource)));
    }

    public static Observations gone(SourceReference source) {
        return new Observations(List.of(new Observation.Gone(source)), new Coverage.Changes(WATERMARK));
    }

    private static List<Observation> read(Stream<Fact> facts) {
        return facts.<Observation>map(fact -> new Observation.Read(fact.source(), List.of(fact), List.of()))
                .toList();
    }
}
