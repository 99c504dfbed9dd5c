package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the bridge holds back, as {@code omsorgsbron held list --json} says it. */
@FunctionalInterface
public interface HeldItems {

    /**
     * The items that are held now.
     *
     * @throws CheckFailed if the bridge could not be asked
     */
    List<HeldItem> list();

    /**
     * Reads the command's output: an array of objects with at least {@code id}, {@code municipality}, {@code source},
     * {@code reason}, {@code owner} and {@code problem}.
     *
     * @throws CheckFailed if it is no such array
     */
    static List<HeldItem> fromJson(String json) {
        try {
            var items = new ArrayList<HeldItem>();
            for (JsonNode node : Json.MAPPER.readTree(json)) {
                items.add(new HeldItem(
                        Json.text(node, "id"),
                        Json.text(node, "municipality"),
                        Json.text(node, "source"),
                        Json.text(node, "reason"),
                        Json.text(node, "owner"),
                        Json.text(node, "problem")));
            }
            return List.copyOf(items);
        } catch (JsonProcessingException e) {
            throw new CheckFailed("the list of held items is not JSON: see what `held list --json` prints", e);
        }
    }
}
