package se.omsorgsbron.bridge.compose;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.ContactStep;
import se.omsorgsbron.api.domain.ContactStep.Step;
import se.omsorgsbron.api.domain.Decision;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.HealthCareWords;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.Vacancy;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/** The record of a person. */
final class PersonComposer {
    private final SubjectFacts facts;
    private final LocalDate today;
    private final ZoneId zone;
    private final HiddenDocuments hidden;

    private PersonComposer(SubjectFacts facts, LocalDate today, ZoneId zone) {
        this.facts = facts;
        this.today = today;
        this.zone = zone;
        this.hidden = HiddenDocuments.of(facts);
    }

    static Optional<PersonRecord> compose(SubjectFacts facts, LocalDate today, ZoneId zone) {
        return facts.of(Person.class)
                .reduce((earlier, later) -> later)
                .map(own -> new PersonComposer(facts, today, zone).record(own));
    }

    private PersonRecord record(KeptFact own) {
        Person person = (Person) own.content();
        boolean served = own.present()
                && person.active()
                && person.deregistered()
                        .map(d -> d.date().map(date -> date.isAfter(today)).orElse(false))
                        .orElse(true);
        List<Contact> contacts = ContactOrder.contacts(facts, zone);
        List<ContactStep> steps = present(ContactStep.class)
                .sorted(Comparator.comparing(ContactStep::date))
                .toList();
        return new PersonRecord(
                facts.id(),
                facts.municipality(),
                person,
                served,
                unit(contacts),
                contacts,
                served && known() ? vacancies(contacts, steps) : List.of(),
                steps,
                team(),
                hidden.on(PlanHistory.plans(facts, today, served)),
                notes(),
                present(Execution.class).toList());
    }

    /** Whether there is home care under SoL to tell of. */
    private boolean known() {
        return present(Execution.class).anyMatch(e -> e.law() == Law.SOL)
                || present(Decision.class).anyMatch(d -> d.law() == Law.SOL)
                || facts.of(PermanentContact.class)
                        .anyMatch(fact -> fact.present()
                                && facts.resolved().containsKey(((PermanentContact) fact.content()).staff()));
    }

    private List<Vacancy> vacancies(List<Contact> contacts, List<ContactStep> steps) {
        Vacancy.Why why = why(steps);
        List<Vacancy> vacancies = new ArrayList<>();
        for (Rank rank : Rank.values()) {
            boolean held = contacts.stream()
                    .anyMatch(contact -> contact.active() && contact.rank().equals(Optional.of(rank)));
            if (!held) {
                vacancies.add(new Vacancy(rank, why));
            }
        }
        return vacancies;
    }

    private Vacancy.Why why(List<ContactStep> steps) {
        if (inForce(steps, Step.EXEMPTED)) {
            return Vacancy.Why.EXEMPTED;
        }
        return inForce(steps, Step.DECLINED) ? Vacancy.Why.DECLINED : Vacancy.Why.NOT_APPOINTED;
    }

    private boolean inForce(List<ContactStep> steps, Step step) {
        return steps.stream()
                .anyMatch(s -> s.step() == step
                        && !s.date().isAfter(today)
                        && s.until().map(until -> !until.isBefore(today)).orElse(true));
    }

    private Optional<UUID> unit(List<Contact> contacts) {
        Stream<UUID> ofContacts = contacts.stream()
                .filter(Contact::active)
                .sorted(Comparator.comparing(c -> c.rank().map(Rank::number).orElse(Integer.MAX_VALUE)))
                .filter(contact -> contact.rank().isPresent())
                .flatMap(contact -> contact.unit().stream());
        Stream<UUID> ofExecutions = facts.of(Execution.class)
                .filter(KeptFact::present)
                .filter(fact -> ((Execution) fact.content()).law() == Law.SOL)
                .sorted(Comparator.comparing((KeptFact fact) ->
                                ((Execution) fact.content()).period().start().orElse(LocalDate.MIN))
                        .thenComparing(PersonComposer::idOrder)
                        .reversed())
                .flatMap(fact -> ((Execution) fact.content()).unit().stream())
                .map(facts.resolved()::get)
                .filter(Objects::nonNull);
        return Stream.concat(ofContacts, ofExecutions).findFirst();
    }

    private List<Member> team() {
        List<Member> members = new ArrayList<>();
        facts.of(Decision.class)
                .filter(KeptFact::present)
                .max(Comparator.comparing((KeptFact fact) ->
                                ((Decision) fact.content()).decided().orElse(LocalDate.MIN))
                        .thenComparing(PersonComposer::idOrder))
                .ifPresent(fact -> ((Decision) fact.content())
                        .caseOfficer()
                        .ifPresent(name -> members.add(new Member(fact.source(), caseOfficer(name)))));
        facts.of(TeamMember.class)
                .filter(KeptFact::present)
                .sorted(Comparator.comparing((KeptFact fact) -> fact.source().resource())
                        .thenComparing(PersonComposer::idOrder))
                .forEach(fact -> members.add(new Member(fact.source(), (TeamMember) fact.content())));
        return members;
    }

    private static TeamMember caseOfficer(PersonName name) {
        return new TeamMember(TeamRole.CASE_OFFICER, name, "", List.of());
    }

    /**
     * Notes under SoL; the law of a note is that of the execution that it documents. And what health care wrote to the municipality: of
     * what the municipality itself does under HSL, nothing.
     */
    private List<NoteEntry> notes() {
        Map<SubjectKey, Law> laws = new HashMap<>();
        facts.of(Execution.class)
                .forEach(fact -> fact.names().forEach(key -> laws.put(key, ((Execution) fact.content()).law())));
        return facts.of(JournalNote.class)
                .filter(fact -> lawOf(fact, laws) == Law.SOL || HealthCareWords.are(fact.source()))
                .map(fact -> {
                    JournalNote note = (JournalNote) fact.content();
                    return new NoteEntry(
                            fact.source(),
                            note,
                            note.author().map(facts.resolved()::get),
                            note.withdrawn() || !fact.present(),
                            hidden.covers(fact.source()));
                })
                .sorted(Comparator.comparing((NoteEntry entry) -> entry.note().occurred())
                        .thenComparing(entry -> entry.source().id()))
                .toList();
    }

    private static Law lawOf(KeptFact note, Map<SubjectKey, Law> laws) {
        Law own = ((JournalNote) note.content()).law();
        return own == Law.UNKNOWN ? laws.getOrDefault(note.subject(), Law.UNKNOWN) : own;
    }

    private <T extends FactContent> Stream<T> present(Class<T> type) {
        return facts.of(type).filter(KeptFact::present).map(fact -> type.cast(fact.content()));
    }

    /** Numeric ids in order of number: the shorter is the smaller. */
    private static String idOrder(KeptFact fact) {
        String id = fact.source().id();
        return String.format("%04d%s", id.length(), id);
    }
}
