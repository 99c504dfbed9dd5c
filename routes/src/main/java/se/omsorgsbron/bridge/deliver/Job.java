package se.omsorgsbron.bridge.deliver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.StaffRecord;
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
 * @param more whether something is left for a parcel of its own
 * @param disclosed what the recipient may have; empty before that is known
 */
public record Job(
        Claim claim,
        Channel channel,
        Map<String, Delivery> delivered,
        List<Item> items,
        boolean waiting,
        boolean more,
        Optional<Disclosed> disclosed) {
    public Job {
        delivered = Map.copyOf(delivered);
        items = List.copyOf(items);
    }

    /** Whether an answer says that the recipient wrote what it was sent, and did not just find its own. */
    boolean wrote(String key, String version) {
        boolean own = items.stream().anyMatch(item -> item.key().equals(key) && item.mode() == Item.Mode.REPLACE);
        return !own
                || !Optional.ofNullable(delivered.get(key))
                        .flatMap(Delivery::version)
                        .equals(Optional.of(version));
    }

    /**
     * Keys of the items that end because there is no ground for them any more, and of those that take the place of what told who a
     * person or a member of staff is.
     */
    List<String> withdrawn() {
        return Stream.concat(ended(), replaced()).map(Item::key).toList();
    }

    private Stream<Item> replaced() {
        boolean hidden = disclosed
                .filter(part -> part.record() instanceof StaffRecord staff
                        && staff.protection().isProtected())
                .isPresent();
        return items.stream()
                .filter(item -> (hidden || item.mode() == Item.Mode.REPLACE)
                        && Optional.ofNullable(delivered.get(item.key()))
                                .map(Delivery::given)
                                .orElse(false));
    }

    private Stream<Item> ended() {
        return items.stream()
                .filter(item -> item.mode() == Item.Mode.END)
                .filter(item -> !item.concept().shared())
                .filter(item -> grounds(item).isEmpty());
    }

    /** What the disclosure of an item rests on, in words. */
    List<String> grounds(Item item) {
        return disclosed.map(part -> part.grounds(item.concept())).orElse(List.of());
    }

    Job with(Disclosed part) {
        return new Job(claim, channel, delivered, items, waiting, more, Optional.of(part));
    }

    Job with(List<Item> left, boolean waits) {
        return new Job(claim, channel, delivered, left, waiting || waits, more, disclosed);
    }

    /** What goes in one parcel; the rest comes again at once. */
    Job parcel() {
        List<Item> parcel = Difference.parcel(items);
        return new Job(claim, channel, delivered, parcel, waiting, parcel.size() < items.size(), disclosed);
    }
}
