package se.omsorgsbron.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.SubjectRecord;

/** The bridge's adapter, with a count of what went through it, so that it can be seen that both sides sent the same. */
final class CountedRecipient implements Recipient {
    private final Recipient adapter;
    private final BiFunction<SubjectRecord, Set<String>, List<Item>> projection;
    private final AtomicLong parcels = new AtomicLong();
    private final AtomicLong items = new AtomicLong();
    private final AtomicLong characters = new AtomicLong();

    /** @param projection how records are put in the recipient's form */
    CountedRecipient(Recipient adapter, BiFunction<SubjectRecord, Set<String>, List<Item>> projection) {
        this.adapter = adapter;
        this.projection = projection;
    }

    /** How much was sent and answered. */
    record Sent(long parcels, long items, long characters) {
        Sent since(Sent before) {
            return new Sent(parcels - before.parcels(), items - before.items(), characters - before.characters());
        }
    }

    Sent sent() {
        return new Sent(parcels.get(), items.get(), characters.get());
    }

    @Override
    public String name() {
        return adapter.name();
    }

    @Override
    public List<Item> project(SubjectRecord record, Set<String> delivered) {
        return projection.apply(record, delivered);
    }

    @Override
    public List<Problem> check(Item item) {
        return adapter.check(item);
    }

    @Override
    public Receipt deliver(Parcel parcel) throws RecipientUnavailable {
        Receipt receipt = adapter.deliver(parcel);
        boolean taken = receipt.outcomes().values().stream().allMatch(Receipt.Outcome.Stored.class::isInstance);
        if (!taken) {
            throw new IllegalStateException("The recipient did not take everything; nothing can be measured with it.");
        }
        parcels.incrementAndGet();
        items.addAndGet(parcel.writes().size());
        parcel.writes()
                .forEach(write -> characters.addAndGet(write.item().content().length()));
        return receipt;
    }
}
