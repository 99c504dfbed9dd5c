package se.omsorgsbron.bridge.deliver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Item.Mode;
import se.omsorgsbron.bridge.ledger.DeliveryLog.Delivery;

/** What is to be sent: what a recipient should hold, compared with what it has acknowledged. Pure. */
final class Difference {
    private Difference() {}

    /** The items that the recipient does not have as they should be, in order of concept. */
    static List<Item> between(List<Item> wanted, Map<String, Delivery> delivered) {
        List<Item> changed = wanted.stream()
                .filter(item -> differs(item, delivered.get(item.key())))
                .sorted(Comparator.comparing(Item::concept))
                .toList();
        // A patient is only looked for when there is something to say about the person.
        Set<String> needed = new HashSet<>();
        changed.stream().filter(item -> item.mode() != Mode.ENSURE).forEach(item -> needed.addAll(item.needs()));
        return changed.stream()
                .filter(item -> item.mode() != Mode.ENSURE || needed.contains(item.key()))
                .toList();
    }

    private static boolean differs(Item item, Delivery delivery) {
        if (delivery == null) {
            return item.mode() != Mode.END;
        }
        if (item.mode() == Mode.END && !delivery.given()) {
            return false;
        }
        return switch (delivery.rung()) {
            case QUEUED, SENT -> true;
            // What was refused or held is not tried again until it is another, or somebody asks for it. What may stand
            // in a journal
            // already only if somebody asks.
            case HELD ->
                delivery.sentHash()
                        .map(hash -> !hash.equals(item.hash()) && !(item.mode() == Mode.ONCE && delivery.uncertain()))
                        .orElse(true);
            case ACCEPTED ->
                item.mode() != Mode.ENSURE
                        && item.mode() != Mode.ONCE
                        && delivery.acceptedHash()
                                .map(hash -> !hash.equals(item.hash()))
                                .orElse(true);
        };
    }

    /** What goes in one parcel: everything, or else the first of those that are written once. */
    static List<Item> parcel(List<Item> items) {
        return items.stream()
                .filter(item -> item.mode() == Mode.ONCE)
                .findFirst()
                .map(List::of)
                .orElse(items);
    }

    /** What the items refer to that is not among them. */
    static Set<String> needsOf(List<Item> items) {
        Set<String> needs = new HashSet<>();
        items.forEach(item -> needs.addAll(item.needs()));
        items.forEach(item -> needs.remove(item.key()));
        return needs;
    }

    /** Those of the items that are needed, and what they need among the others. */
    static List<Item> needed(List<Item> items, Set<String> needed) {
        Set<String> keys = new HashSet<>(needed);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Item item : items) {
                grown |= keys.contains(item.key()) && keys.addAll(item.needs());
            }
        }
        return items.stream().filter(item -> keys.contains(item.key())).toList();
    }

    /** Those of the items whose needs are met by what the recipient holds or is sent along with them. */
    static List<Item> deliverable(List<Item> items, Set<String> heldByRecipient) {
        List<Item> left = new ArrayList<>(items);
        boolean removed = true;
        while (removed) {
            Set<String> there = new HashSet<>(heldByRecipient);
            left.forEach(item -> there.add(item.key()));
            removed = left.removeIf(item -> !there.containsAll(item.needs()));
        }
        return left;
    }
}
