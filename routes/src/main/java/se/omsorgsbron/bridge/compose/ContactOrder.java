package se.omsorgsbron.bridge.compose;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import se.omsorgsbron.api.domain.ContactRank;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/**
 * Settles rank and period of contacts for a source that gives neither (the rule is written in {@code docs/contact-order.md}):
 * first seen is person 1 and the period starts on that day; whoever comes next takes the lowest rank that is free and keeps it; of
 * several seen at the same moment the lower record id comes first; a third has no rank until one becomes free. A contact that is
 * gone ended on the day it was first missing. What the source itself says, and then what the coordinator's supplements say, goes
 * before the rule.
 */
final class ContactOrder {
    private static final Comparator<KeptFact> FIRST_SEEN = Comparator.comparing(KeptFact::firstSeen)
            .thenComparing(fact -> fact.source().id().length())
            .thenComparing(fact -> fact.source().id());

    private final SubjectFacts facts;
    private final ZoneId zone;
    private final Map<SourceReference, ContactRank> supplements = new HashMap<>();

    private ContactOrder(SubjectFacts facts, ZoneId zone) {
        this.facts = facts;
        this.zone = zone;
        facts.of(ContactRank.class).filter(KeptFact::present).forEach(fact -> {
            ContactRank rank = (ContactRank) fact.content();
            supplements.put(rank.contact(), rank);
        });
    }

    /** The person's contacts, present and former, in order of start and then of rank. Contacts whose staff is unknown are left out. */
    static List<Contact> contacts(SubjectFacts facts, ZoneId zone) {
        return new ContactOrder(facts, zone).contacts();
    }

    private List<Contact> contacts() {
        List<KeptFact> assignments = new ArrayList<>();
        facts.of(PermanentContact.class)
                .filter(fact -> facts.resolved().containsKey(content(fact).staff()))
                .sorted(FIRST_SEEN)
                .filter(fact -> assignments.stream().noneMatch(earlier -> sameAndPresent(earlier, fact)))
                .forEach(assignments::add);
        Map<KeptFact, Rank> ranks = ranks(assignments);
        return assignments.stream()
                .map(fact -> contact(fact, Optional.ofNullable(ranks.get(fact))))
                .sorted(Comparator.comparing(
                                (Contact contact) -> contact.period().start().orElse(LocalDate.MIN))
                        .thenComparing(
                                contact -> contact.rank().map(Rank::number).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /** The same person is not two of somebody's contacts: a second record of it says nothing new. */
    private boolean sameAndPresent(KeptFact earlier, KeptFact later) {
        UUID staff = facts.resolved().get(content(earlier).staff());
        return earlier.present()
                && later.present()
                && staff.equals(facts.resolved().get(content(later).staff()));
    }

    /** Goes through the moments at which anything began or ended, and gives free ranks away in order of first seen. */
    private Map<KeptFact, Rank> ranks(List<KeptFact> assignments) {
        Map<KeptFact, Rank> ranks = new HashMap<>();
        Set<Instant> moments = new TreeSet<>();
        for (KeptFact fact : assignments) {
            given(fact).ifPresent(rank -> ranks.put(fact, rank));
            moments.add(fact.firstSeen());
            fact.goneSince().ifPresent(moments::add);
        }
        for (Instant moment : moments) {
            List<KeptFact> standing = assignments.stream()
                    .filter(fact -> !fact.firstSeen().isAfter(moment)
                            && fact.goneSince()
                                    .map(gone -> gone.isAfter(moment))
                                    .orElse(true))
                    .toList();
            Set<Rank> free = EnumSet.allOf(Rank.class);
            standing.stream().map(ranks::get).filter(Objects::nonNull).forEach(free::remove);
            List<Rank> left = new ArrayList<>(free);
            standing.stream().filter(fact -> !ranks.containsKey(fact)).forEach(fact -> {
                if (!left.isEmpty()) {
                    ranks.put(fact, left.remove(0));
                }
            });
        }
        return ranks;
    }

    private Optional<Rank> given(KeptFact fact) {
        Optional<Rank> supplement = supplement(fact).map(ContactRank::rank);
        return supplement.isPresent() ? supplement : content(fact).rank();
    }

    private Contact contact(KeptFact fact, Optional<Rank> rank) {
        PermanentContact content = content(fact);
        UUID staff = facts.resolved().get(content.staff());
        Optional<UUID> unit = content.unit().map(facts.resolved()::get);
        return new Contact(fact.source(), staff, unit, rank, period(fact, content));
    }

    private Period period(KeptFact fact, PermanentContact content) {
        Optional<Period> supplement = supplement(fact).map(ContactRank::period);
        LocalDate start = supplement
                .flatMap(Period::start)
                .or(() -> content.period().start())
                .orElseGet(() -> day(fact.firstSeen()));
        Optional<LocalDate> end = fact.goneSince()
                .map(this::day)
                .or(() -> supplement.flatMap(Period::end))
                .or(() -> content.period().end());
        return new Period(Optional.of(start), end.map(day -> day.isBefore(start) ? start : day));
    }

    /** A supplement speaks of the assignment that stands now under that record, not of former ones. */
    private Optional<ContactRank> supplement(KeptFact fact) {
        return fact.present() ? Optional.ofNullable(supplements.get(fact.source())) : Optional.empty();
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private static PermanentContact content(KeptFact fact) {
        return (PermanentContact) fact.content();
    }
}
