package se.omsorgsbron.bridge.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.ContactRank;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

class ContactOrderTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant DAY1 = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant DAY2 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant DAY3 = Instant.parse("2026-03-03T09:00:00Z");

    @Test
    void firstSeenIsPersonOneAndItsPeriodStartsThatDay() {
        List<Contact> contacts = order(contact("7", "a", DAY2, null), contact("8", "b", DAY1, null));

        assertThat(contacts).extracting(c -> c.rank().orElseThrow()).containsExactly(Rank.FIRST, Rank.SECOND);
        assertThat(contacts.get(0).source().id()).isEqualTo("8");
        assertThat(contacts.get(0).period()).isEqualTo(Period.from(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void ofTwoSeenTogetherTheLowerNumberIsPersonOne() {
        List<Contact> contacts = order(contact("10", "a", DAY1, null), contact("9", "b", DAY1, null));

        assertThat(contacts).extracting(c -> c.source().id()).containsExactly("9", "10");
    }

    @Test
    void aThirdHasNoRankUntilOneIsFree() {
        List<Contact> three =
                order(contact("1", "a", DAY1, null), contact("2", "b", DAY1, null), contact("3", "c", DAY2, null));
        assertThat(three.get(2).rank()).isEmpty();

        List<Contact> later =
                order(contact("1", "a", DAY1, DAY3), contact("2", "b", DAY1, null), contact("3", "c", DAY2, null));
        assertThat(later)
                .extracting(c -> c.source().id() + c.rank().map(Rank::code).orElse("-"))
                .containsExactly("1first", "2second", "3first");
    }

    @Test
    void whoLeavesEndsThatDayAndTheSubstituteStaysSubstitute() {
        List<Contact> contacts = order(contact("1", "a", DAY1, DAY2), contact("2", "b", DAY1, null));

        assertThat(contacts.get(0).period().end()).contains(LocalDate.of(2026, 3, 2));
        assertThat(contacts.get(1).rank()).contains(Rank.SECOND);
    }

    @Test
    void theCoordinatorsWordGoesBeforeTheRule() {
        LocalDate start = LocalDate.of(2025, 1, 15);
        KeptFact word = fact(
                new SourceReference("supplements", "supplements", "contact:2/rank"),
                new ContactRank(source("2"), Rank.FIRST, Period.from(start)),
                DAY3,
                null);

        List<Contact> contacts = order(contact("1", "a", DAY1, null), contact("2", "b", DAY1, null), word);

        assertThat(contacts)
                .extracting(c -> c.source().id() + c.rank().map(Rank::code).orElse("-"))
                .containsExactly("2first", "1second");
        assertThat(contacts.get(0).period().start()).contains(start);
    }

    @Test
    void aContactWhoseStaffIsUnknownTakesNoRank() {
        KeptFact unknown = contact("1", "nobody", DAY1, null);
        KeptFact known = contact("2", "b", DAY1, null);
        SubjectFacts facts = facts(List.of(unknown, known), Map.of(staff("b"), UUID.randomUUID()));

        assertThat(ContactOrder.contacts(facts, ZONE)).singleElement().satisfies(c -> {
            assertThat(c.source().id()).isEqualTo("2");
            assertThat(c.rank()).contains(Rank.FIRST);
        });
    }

    @Property(tries = 300)
    void theOrderOfTheFactsChangesNothingAndNoRankIsHeldTwice(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 4) Integer> starts, @ForAll Random random) {
        List<KeptFact> facts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Instant from = DAY1.plusSeconds(86_400L * starts.get(i));
            Instant gone = random.nextBoolean() ? from.plusSeconds(86_400L * (1 + random.nextInt(4))) : null;
            facts.add(contact(String.valueOf(i), "s" + i, from, gone));
        }
        List<KeptFact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);

        List<Contact> contacts = order(facts.toArray(KeptFact[]::new));

        assertThat(order(shuffled.toArray(KeptFact[]::new))).isEqualTo(contacts);
        for (Rank rank : Rank.values()) {
            assertThat(contacts.stream().filter(c -> c.active() && c.rank().equals(Optional.of(rank))))
                    .hasSizeLessThan(2);
        }
        long active = contacts.stream().filter(Contact::active).count();
        long ranked = contacts.stream()
                .filter(c -> c.active() && c.rank().isPresent())
                .count();
        assertThat(ranked).isEqualTo(Math.min(active, 2));
    }

    private static List<Contact> order(KeptFact... facts) {
        Map<SubjectKey, UUID> resolved = new HashMap<>();
        for (KeptFact fact : facts) {
            if (fact.content() instanceof PermanentContact contact) {
                resolved.put(
                        contact.staff(),
                        UUID.nameUUIDFromBytes(
                                contact.staff().value().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            }
        }
        return ContactOrder.contacts(facts(List.of(facts), resolved), ZONE);
    }

    private static SubjectFacts facts(List<KeptFact> facts, Map<SubjectKey, UUID> resolved) {
        return new SubjectFacts("0127", UUID.randomUUID(), SubjectKind.PERSON, facts, List.of(), resolved);
    }

    private static KeptFact contact(String id, String staff, Instant from, Instant gone) {
        return fact(
                source(id),
                new PermanentContact(staff(staff), Optional.empty(), Optional.empty(), Period.OPEN),
                from,
                gone);
    }

    private static KeptFact fact(SourceReference source, FactContent content, Instant from, Instant gone) {
        SubjectKey person = new SubjectKey(SubjectKind.PERSON, "test", "p");
        return new KeptFact(source, person, content, Set.of(), from, Optional.ofNullable(gone));
    }

    private static SourceReference source(String id) {
        return new SourceReference("lifecare", "provider_contact_personnels", id);
    }

    private static SubjectKey staff(String name) {
        return new SubjectKey(SubjectKind.STAFF, "test", name);
    }
}
