package se.omsorgsbron.benchmarks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.bridge.compose.Composer;
import se.omsorgsbron.bridge.deliver.DeliveryMetrics;
import se.omsorgsbron.bridge.deliver.DeliverySteps;
import se.omsorgsbron.bridge.deliver.Job;
import se.omsorgsbron.bridge.disclosure.Disclosed;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.DeliveryLog.Delivery;
import se.omsorgsbron.bridge.ledger.DeliveryLog.Rung;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/**
 * The comparator: the bridge's steps, but for the two in which it decides what may leave and audits it. Those are written here as
 * they would be without; so it discloses everything, which is why it is no part of the bridge.
 */
record BarePipeline(DeliverySteps steps, FactReader facts, DeliveryLog log, DeliveryMetrics metrics, Clock clock)
        implements Pipeline {
    @Override
    public void deliver(WorkKey key) throws RecipientUnavailable {
        Job job = steps.claim(key);
        if (job == null) {
            throw new IllegalStateException("Somebody else has claimed what is measured.");
        }
        steps.finish(deliver(steps.check(steps.project(job, compose(job)))));
    }

    /** Like {@code DeliverySteps.compose}, without {@code Disclosure}. */
    private Disclosed compose(Job job) {
        WorkKey key = job.claim().key();
        LocalDate today = LocalDate.now(clock.withZone(job.channel().zone()));
        return facts.read(key.municipality(), key.subject())
                .flatMap(all -> Composer.compose(all, today, job.channel().zone()))
                .map(record -> new Disclosed(record, Optional.empty()))
                .orElse(null);
    }

    /** Like {@code DeliverySteps.deliver}, without audit. */
    private Job deliver(Job job) throws RecipientUnavailable {
        if (job.items().isEmpty() || !log.sending(job.claim(), job.items(), BarePipeline::nothing)) {
            job.channel().breaker().releasePermission();
            return job;
        }
        long start = System.nanoTime();
        Receipt receipt = job.channel().recipient().deliver(parcel(job));
        job.channel().breaker().onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        if (log.answered(job.claim(), job.items(), receipt, BarePipeline::nothing)) {
            metrics.answered(job.channel(), receipt, job.claim().changedAt(), clock.instant());
        }
        return job;
    }

    private static void nothing() {
        // Where the bridge audits.
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
