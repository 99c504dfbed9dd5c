package se.omsorgsbron.bridge.ledger;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.NotForPatient;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.StaffProtection;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;

/**
 * Takes in what a feed read: facts, what could not be read, what is gone, and the watermark, in one transaction. What is the
 * same as before changes nothing, so that a page read twice is read once.
 */
public final class FactStore {
    /** Held under a page or a place in a list, because the record has no id of its own. */
    private static final Pattern NO_RECORD = Pattern.compile("/(page|without-id)-");

    private final TransactionTemplate transaction;
    private final FactTable facts;
    private final SubjectTable subjects;
    private final FeedStates feeds;
    private final HeldItems held;
    private final WorkQueue work;
    private final ProtectedStaffTable protectedStaff;
    private final RiskTable risks;

    public FactStore(
            TransactionTemplate transaction,
            FactTable facts,
            SubjectTable subjects,
            FeedStates feeds,
            HeldItems held,
            WorkQueue work) {
        this.transaction = transaction;
        this.facts = facts;
        this.subjects = subjects;
        this.feeds = feeds;
        this.held = held;
        this.work = work;
        this.protectedStaff = new ProtectedStaffTable(facts.jdbc());
        this.risks = new RiskTable(facts.jdbc());
    }

    /**
     * What storing changed.
     *
     * @param facts how many facts are new, changed or gone
     * @param subjects whose record may be another now
     * @param urgent those of them of whom something may have to be withdrawn, or of whom a risk is told
     * @param shrunk how many records are missing, where that is too many to believe
     */
    public record Stored(int facts, Set<UUID> subjects, Set<UUID> urgent, Optional<Integer> shrunk) {
        public Stored {
            subjects = Set.copyOf(subjects);
            urgent = Set.copyOf(urgent);
        }
    }

    /** Stores one reading of a feed, and marks work for every recipient named. */
    public Stored store(FeedKey feed, Observations observations, ShrinkGuard guard, List<String> recipients) {
        return transaction.execute(status -> {
            Change change = new Change(feed, feeds.now(), held.sources(feed.municipality()));
            change.rows.putAll(facts.rows(feed, observations.items()));
            observations.items().forEach(item -> take(change, item));
            Optional<Integer> shrunk = absences(change, observations, guard);
            mendTheRest(change, observations.coverage());
            feeds.read(feed, observations.coverage(), change.now);
            Set<UUID> touched = subjects.owners(feed.municipality(), change.touched);
            touched.addAll(change.roots);
            Set<UUID> urgent = subjects.owners(feed.municipality(), change.urgent);
            // Privacy: whoever was told the name of protected staff is told otherwise before anything else is
            // delivered.
            urgent.addAll(protectedStaff.concerned(feed.municipality(), change));
            touched.addAll(urgent);
            work.mark(feed.municipality(), touched, recipients);
            work.hasten(feed.municipality(), urgent);
            risks.noted(feed.municipality(), change.risks, recipients);
            return new Stored(change.count, touched, urgent, shrunk);
        });
    }

    private void take(Change change, Observation item) {
        if (item instanceof Observation.Read read) {
            change.seen(read.source());
            boolean all = true;
            for (Fact fact : read.facts()) {
                all &= put(change, fact);
            }
            // A record that no longer says anything of interest, such as a note moved to a headline that is ignored.
            boolean says = read.facts().stream().anyMatch(fact -> fact.source().equals(read.source()));
            if (!says && facts.end(change, read.source())) {
                change.count++;
            }
            if (all) {
                mend(change, read.source());
            }
        } else if (item instanceof Observation.Unreadable unreadable) {
            hold(change, HeldItem.Held.unreadable(change.feed, unreadable));
            change.seen(unreadable.source());
        } else if (item instanceof Observation.Unlisted unlisted) {
            change.seen(unlisted.source());
        } else if (item instanceof Observation.Gone gone) {
            if (facts.end(change, gone.source())) {
                change.count++;
            }
            mend(change, gone.source());
        }
    }

    private boolean put(Change change, Fact fact) {
        change.seen(fact.source());
        if (facts.unchanged(change, fact)) {
            return true;
        }
        if (FactTable.holdsNul(fact)) {
            hold(change, HeldItem.Held.withNul(change.feed, fact));
            return false;
        }
        if (!subjects.claimKeys(change, fact)) {
            hold(change, HeldItem.Held.duplicatePerson(change.feed, fact));
            return false;
        }
        boolean known = change.rows.containsKey(fact.source());
        facts.put(change, fact);
        change.count++;
        change.touch(fact, known);
        return true;
    }

    private void hold(Change change, HeldItem.Held item) {
        change.heldNow.add(item.source());
        held.hold(item);
    }

    /** What a whole reading did not find wrong again is wrong no longer; of changes, that holds for pages only. */
    private void mendTheRest(Change change, Coverage coverage) {
        boolean whole = !coverage.whole().isEmpty();
        boolean pages = whole || coverage instanceof Coverage.Changes;
        held.sourcesOf(change.feed).stream()
                .filter(source -> !change.heldNow.contains(source))
                .filter(source -> whole || (pages && NO_RECORD.matcher(source).find()))
                .forEach(source -> held.mend(change.feed.municipality(), source));
    }

    private void mend(Change change, SourceReference source) {
        mend(change, HeldItem.Held.sourceOf(source));
    }

    private void mend(Change change, String source) {
        if (change.held.contains(source)) {
            held.mend(change.feed.municipality(), source);
        }
    }

    private Optional<Integer> absences(Change change, Observations observations, ShrinkGuard guard) {
        Set<String> resources = observations.coverage().whole();
        int missing = 0;
        boolean shrunk = false;
        for (String resource : resources) {
            Set<String> present = facts.presentIds(change.feed, resource);
            Set<String> absent = new HashSet<>(present);
            absent.removeAll(change.seen.getOrDefault(resource, Set.of()));
            boolean tooMany = guard.tooMany(present.size(), absent.size());
            shrunk |= tooMany;
            if (tooMany && !feeds.shrinkAllowed(change.feed)) {
                missing += absent.size();
                hold(change, HeldItem.Held.listShrunk(change.feed, resource, present.size(), absent.size()));
            } else {
                mend(change, change.feed.system() + "/" + resource);
                change.count += facts.countAbsences(change, resource, absent);
            }
        }
        if (!resources.isEmpty() && !shrunk) {
            feeds.endShrink(change.feed);
        }
        return missing == 0 ? Optional.empty() : Optional.of(missing);
    }

    /** What one transaction has seen and changed so far. */
    static final class Change {
        private static final Duration FRESH = Duration.ofDays(1);

        final FeedKey feed;
        final Instant now;
        final Map<String, Set<String>> seen = new HashMap<>();
        final Map<SourceReference, FactTable.Row> rows = new HashMap<>();
        final Set<String> held;
        final Set<String> heldNow = new HashSet<>();
        final Set<SubjectKey> touched = new HashSet<>();
        final Set<SubjectKey> urgent = new HashSet<>();
        final Set<SubjectKey> staff = new HashSet<>();
        final Set<SourceReference> risks = new HashSet<>();
        final Set<UUID> roots = new HashSet<>();
        int count;

        Change(FeedKey feed, Instant now, Set<String> held) {
            this.feed = feed;
            this.now = now;
            this.held = held;
        }

        void seen(SourceReference source) {
            seen.computeIfAbsent(source.resource(), r -> new HashSet<>()).add(source.id());
        }

        void touch(Fact fact, boolean known) {
            if (stops(fact.content(), known)) {
                urgent.add(fact.subject());
            }
            if (isFreshRisk(fact.content())) {
                urgent.add(fact.subject());
                risks.add(fact.source());
            }
            if (fact.content() instanceof StaffMember) {
                staff.add(fact.subject());
            }
            touched.add(fact.subject());
            touched.addAll(fact.names());
            touched.addAll(fact.relatesTo());
        }

        /** A risk goes ahead of everything else (D17); those of the past do not, or a first load would be nothing but urgent. */
        private boolean isFreshRisk(FactContent content) {
            return content instanceof JournalNote note
                    && note.kind() == NoteKind.RISK
                    && note.written().isAfter(now.minus(FRESH));
        }

        /** Whether something that was delivered may have to be withdrawn because of it. */
        private static boolean stops(FactContent content, boolean known) {
            if (content instanceof StaffProtection || content instanceof NotForPatient) {
                return true;
            }
            return content instanceof RecordedGround ground
                    ? known || ground.kind().stops()
                    : known
                            && content instanceof Person person
                            && person.protection().isProtected();
        }

        Timestamp timestamp() {
            return Timestamp.from(now);
        }
    }
}
