package se.omsorgsbron.bridge.deliver;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.bridge.disclosure.Disclosed;
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
 * @param grounds what the disclosure rests on, by concept
 */
public record Job(
        Claim claim,
        Channel channel,
        Map<String, Delivery> delivered,
        List<Item> items,
        boolean waiting,
        Map<Concept, List<String>> grounds) {
    public Job {
        delivered = Map.copyOf(delivered);
        items = List.copyOf(items);
        grounds = Map.copyOf(grounds);
    }

    /** Keys of the items that end because there is no ground for them any more. */
    List<String> withdrawn() {
        return items.stream()
                .filter(item -> item.mode() == Item.Mode.END)
                .filter(item -> item.concept() != Concept.STAFF && item.concept() != Concept.UNITS)
                .filter(item -> grounds.getOrDefault(item.concept(), List.of()).isEmpty())
                .map(Item::key)
                .toList();
    }

    Job with(Disclosed disclosed) {
        Map<Concept, List<String>> byConcept = new EnumMap<>(Concept.class);
        for (Concept concept : Concept.values()) {
            byConcept.put(concept, disclosed.grounds(concept));
        }
        return new Job(claim, channel, delivered, items, waiting, byConcept);
    }

    Job with(List<Item> left, boolean waits) {
        return new Job(claim, channel, delivered, left, waiting || waits, grounds);
    }
}
