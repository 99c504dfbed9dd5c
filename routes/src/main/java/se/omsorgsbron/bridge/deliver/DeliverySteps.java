package se.omsorgsbron.bridge.deliver;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.bridge.disclosure.Disclosed;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.DeliveryLog.Delivery;
import se.omsorgsbron.bridge.ledger.DeliveryLog.Rung;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.WorkQueue;
import se.omsorgsbron.bridge.ledger.WorkQueue.Claim;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** The steps of a delivery, one method each, in the order in which the routes call them. */
public final class DeliverySteps {
    private final WorkQueue work;
    private final FactReader facts;
    private final DeliveryLog log;
    private final Channels channels;
    private final Signals signals;
    private final DeliveryMetrics metrics;
    private final DeliveryAudit audit;
    private final Clock clock;
    private final Duration claimFor;
    private final Backoff backoff;

    public DeliverySteps(
            WorkQueue work,
            FactReader facts,
            DeliveryLog log,
            Channels channels,
            Signals signals,
            DeliveryMetrics metrics,
            DeliveryAudit audit,
            Clock clock,
            Duration claimFor,
            Backoff backoff) {
        this.work = work;
        this.facts = facts;
        this.log = log;
        this.channels = channels;
        this.signals = signals;
        this.metrics = metrics;
        this.audit = audit;
        this.clock = clock;
        this.claimFor = claimFor;
        this.backoff = backoff;
    }

    /** Claims the signalled subject; null (nothing to do) if it is not due, claimed by another, or its recipient rests. */
    public Job claim(WorkKey key) {
        signals.taken(key);
        Optional<Channel> channel = channels.of(key).filter(c -> c.breaker().tryAcquirePermission());
        if (channel.isEmpty()) {
            return null;
        }
        Optional<Claim> claim = work.claim(key, claimFor);
        if (claim.isEmpty()) {
            channel.get().breaker().releasePermission();
            return null;
        }
        return new Job(claim.get(), channel.get(), log.of(key), List.of(), false, false, Optional.empty());
    }

    /** The subject's record, as far as the recipient may have it; null where there is nothing to tell. */
    public Disclosed compose(Job job) {
        WorkKey key = job.claim().key();
        return facts.read(key.municipality(), key.subject())
                .flatMap(all -> job.channel().disclosed(all, clock))
                .orElse(null);
    }

    /** Puts the record in the recipient's form and keeps what the recipient does not have like that. */
    public Job project(Job claimed, Disclosed disclosed) {
        if (disclosed == null) {
            return claimed;
        }
        Job job = claimed.with(disclosed);
        SubjectRecord record = disclosed.record();
        Set<String> given = job.delivered().entrySet().stream()
                .filter(entry -> entry.getValue().given())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Item> changed = Difference.between(job.channel().recipient().project(record, given), job.delivered());
        List<Item> wanted = record instanceof PersonRecord ? changed : onlyNeeded(job, changed);
        // Also for what waits already: a wake that was missed is made good at the next attempt.
        log.need(job.claim().key(), Difference.needsOf(wanted));
        List<Item> deliverable = Difference.deliverable(wanted, heldByRecipient(job, wanted));
        return job.with(deliverable, deliverable.size() < wanted.size());
    }

    /** Privacy: staff and units leave only when something that the recipient may have refers to them. */
    private List<Item> onlyNeeded(Job job, List<Item> changed) {
        Set<String> keys = changed.stream()
                .filter(item -> !given(job, item))
                .map(Item::key)
                .collect(Collectors.toSet());
        Set<String> needed = log.needed(job.claim().key(), keys);
        changed.stream().filter(item -> given(job, item)).map(Item::key).forEach(needed::add);
        List<Item> wanted = Difference.needed(changed, needed);
        List<Item> ready =
                changed.stream().filter(item -> !wanted.contains(item)).toList();
        log.queue(job.claim(), ready);
        return wanted;
    }

    private static boolean given(Job job, Item item) {
        return Optional.ofNullable(job.delivered().get(item.key()))
                .map(Delivery::given)
                .orElse(false);
    }

    /** Holds back what is not valid, and what refers to it. */
    public Job check(Job job) {
        List<Item> good = new ArrayList<>();
        for (Item item : job.items()) {
            List<Problem> problems = job.channel().recipient().check(item);
            if (problems.isEmpty()) {
                good.add(item);
            } else if (log.hold(job.claim(), item, problems)) {
                metrics.held(job.channel(), problems.get(0).reason());
            }
        }
        List<Item> deliverable = Difference.deliverable(good, heldByRecipient(job, good));
        return job.with(deliverable, deliverable.size() < good.size()).parcel();
    }

    /** Sends what is left and records the answer. */
    public Job deliver(Job job) throws RecipientUnavailable {
        Channel channel = job.channel();
        if (job.items().isEmpty() || !log.sending(job.claim(), job.items(), () -> audit.sent(job))) {
            channel.breaker().releasePermission();
            return job;
        }
        long start = System.nanoTime();
        try {
            Receipt receipt = channel.recipient().deliver(parcel(job));
            channel.breaker().onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            if (log.answered(job.claim(), job.items(), receipt, () -> taken(job, receipt))) {
                metrics.answered(channel, receipt, job.claim().changedAt(), clock.instant());
            }
            return job;
        } catch (RecipientUnavailable unavailable) {
            channel.breaker().onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, unavailable);
            if (!unavailable.sent()) {
                log.notSent(job.claim(), job.items());
            }
            throw unavailable;
        }
    }

    private void taken(Job job, Receipt receipt) {
        List<String> withdrawn = job.withdrawn().stream()
                .filter(key -> receipt.outcomes().get(key) instanceof Receipt.Outcome.Stored stored
                        && job.wrote(key, stored.version()))
                .sorted()
                .toList();
        if (!withdrawn.isEmpty()) {
            log.historyKept(job.claim().key(), withdrawn);
        }
        audit.answered(job, receipt);
    }

    /** Gives the claim back. */
    public void finish(Job job) {
        if (job.more()) {
            work.again(job.claim());
            signals.send(List.of(job.claim().key()));
        } else if (job.waiting()) {
            work.postpone(job.claim(), backoff.after(job.claim().attempts()));
        } else if (work.done(job.claim())) {
            signals.send(List.of(job.claim().key()));
        }
    }

    /**
     * The recipient did not answer: the subject waits, because it may be the cause; the breaker decides whether the recipient is
     * tried with others, and wakes everybody when it answers again.
     */
    public void unavailable(Job job) {
        work.postpone(job.claim(), backoff.after(job.claim().attempts()));
    }

    /** Something unforeseen: the subject is tried again after a while. */
    public void failed(Job job) {
        job.channel().breaker().releasePermission();
        work.postpone(job.claim(), backoff.after(job.claim().attempts()));
    }

    private Set<String> heldByRecipient(Job job, List<Item> items) {
        Set<String> needs = Difference.needsOf(items);
        return needs.isEmpty() ? Set.of() : log.accepted(job.claim().key(), needs);
    }

    private static Parcel parcel(Job job) {
        Map<String, String> locations = new HashMap<>();
        job.delivered().forEach((key, delivery) -> delivery.location().ifPresent(at -> locations.put(key, at)));
        List<Parcel.Write> writes = job.items().stream()
                .map(item -> {
                    Optional<Delivery> before =
                            Optional.ofNullable(job.delivered().get(item.key()));
                    return new Parcel.Write(
                            item,
                            before.flatMap(Delivery::version),
                            before.map(d -> d.rung() == Rung.SENT || d.uncertain())
                                    .orElse(false));
                })
                .toList();
        return new Parcel(job.claim().key().subject(), writes, locations);
    }
}
