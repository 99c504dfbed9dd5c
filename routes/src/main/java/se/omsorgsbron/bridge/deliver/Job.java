package se.omsorgsbron.bridge.deliver;

import java.util.List;
import java.util.Map;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.bridge.ledger.DeliveryLog.Delivery;
import se.omsorgsbron.bridge.ledger.WorkQueue.Claim;

/**
 * One claimed subject on its way to one recipient.
 *
 * @param claim the claim under which everything is written
 * @param channel where it goes
 * @param delivered what the recipient has been given of the subject
 * @param items what is left to send
 * @param waiting whether something has to wait until the recipient holds what it refers to
 */
public record Job(Claim claim, Channel channel, Map<String, Delivery> delivered, List<Item> items, boolean waiting) {
    public Job {
        delivered = Map.copyOf(delivered);
        items = List.copyOf(items);
    }

    Job with(List<Item> left, boolean waits) {
        return new Job(claim, channel, delivered, left, waiting || waits);
    }
}
