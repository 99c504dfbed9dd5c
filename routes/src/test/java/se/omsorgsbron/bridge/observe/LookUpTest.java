package se.omsorgsbron.bridge.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.bridge.ledger.TestFacts.NUMBER;
import static se.omsorgsbron.bridge.ledger.TestFacts.PERSON;
import static se.omsorgsbron.bridge.ledger.TestFacts.changes;
import static se.omsorgsbron.bridge.ledger.TestFacts.complete;
import static se.omsorgsbron.bridge.ledger.TestFacts.person;
import static se.omsorgsbron.bridge.ledger.TestFacts.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.TestLedger;

class LookUpTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final TestLedger ledger = new TestLedger();
    private final Source source = new Source();
    private final LookUp lookUp = new LookUp(TestLedger.FEED, source, ledger.reader);

    /** A source whose list lacks the plan 7. */
    private static final class Source implements Feed {
        private final List<String> asked = new ArrayList<>();
        private Set<String> there = Set.of();
        private boolean down;

        @Override
        public String name() {
            return "plans";
        }

        @Override
        public Observations read(Optional<Instant> watermark, Known known) {
            return complete("service_plans", List.of(plan("8", NUMBER, DAY)));
        }

        @Override
        public Set<String> stillThere(String resource, Set<String> ids) throws SourceUnavailable {
            ids.forEach(id -> asked.add(resource + "/" + id));
            if (down) {
                throw new SourceUnavailable("plans: no answer");
            }
            Set<String> found = new TreeSet<>(ids);
            found.retainAll(there);
            return found;
        }
    }

    @BeforeEach
    void twoPlansOfWhichTheListLacksOneOnce() {
        ledger.store(changes(person("1", NUMBER), plan("7", NUMBER, DAY), plan("8", NUMBER, DAY)));
        readAgain();
        assertThat(source.asked).isEmpty();
    }

    private void readAgain() {
        Observations read = source.read(Optional.empty(), resource -> List.of());
        ledger.store(read.with(lookUp.unlisted(read)));
    }

    private long plans() {
        return ledger.read(PERSON).of(Plan.class).filter(KeptFact::present).count();
    }

    @Test
    void whatTheSourceNoLongerFindsByItsIdIsGoneByItsSecondAbsence() {
        readAgain();

        assertThat(plans()).isEqualTo(1);
        assertThat(source.asked).containsExactly("service_plans/7");
    }

    @Test
    void whatTheSourceStillFindsByItsIdStaysHoweverOftenTheListLacksIt() {
        source.there = Set.of("7");

        readAgain();
        readAgain();
        readAgain();

        assertThat(plans()).isEqualTo(2);

        source.there = Set.of();
        readAgain();

        assertThat(plans()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeLookedUpStays() {
        source.down = true;

        readAgain();

        assertThat(plans()).isEqualTo(2);
    }
}
