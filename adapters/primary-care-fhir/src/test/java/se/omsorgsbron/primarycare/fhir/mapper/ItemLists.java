package se.omsorgsbron.primarycare.fhir.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.omsorgsbron.api.recipient.Item;

/** Picks from lists of items. */
final class ItemLists {
    private ItemLists() {}

    static Item one(List<Item> items, String type) {
        List<Item> found = ofType(items, type);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    static List<Item> ofType(List<Item> items, String type) {
        return items.stream().filter(item -> item.key().startsWith(type + "/")).toList();
    }

    static Set<String> keys(List<Item> items) {
        return items.stream().map(Item::key).collect(Collectors.toSet());
    }

    static Set<String> types(Set<String> keys) {
        return keys.stream().map(key -> key.substring(0, key.indexOf('/'))).collect(Collectors.toSet());
    }
}
