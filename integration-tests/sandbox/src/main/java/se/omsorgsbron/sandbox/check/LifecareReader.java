package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads everything that a Lifecare has for one municipality, page by page, as any client of its API would. */
final class LifecareReader {
    private static final int PAGE = 200;
    private static final String LONG_AGO = "1970-01-01T00:00:00Z";

    /** Path of each list, by the name of its file in the town folder. */
    private static final Map<String, String> LISTS = lists();

    private final Http http;
    private final URI base;

    LifecareReader(Http http, URI base) {
        this.http = http;
        this.base = base;
    }

    private static Map<String, String> lists() {
        var lists = new LinkedHashMap<String, String>();
        for (String name : List.of(
                "clients",
                "provider_contact_personnels",
                "provider_units",
                "provider_headlines",
                "sol_decisions",
                "executions",
                "service_plans",
                "documentations",
                "relatives",
                "contacts",
                "client_critical_informations",
                "reported_visits")) {
            lists.put(name, "/api/v1/" + name);
        }
        lists.put("personnel", "/api/v2/personnel");
        return lists;
    }

    /**
     * Reads all lists.
     *
     * @throws CheckFailed if Lifecare does not answer as its contract says
     */
    CaseSystem read(String municipality, String key) {
        var records = new LinkedHashMap<String, List<JsonNode>>();
        LISTS.forEach((name, path) -> records.put(
                name, all(municipality, key, name, path, name.equals("personnel") ? "includeInactive=true" : "")));
        return new CaseSystem(
                municipality,
                Map.copyOf(records),
                deleted(municipality, key, "provider_contact_personnels"),
                deleted(municipality, key, "clients"));
    }

    /** Only a delta shows what was deleted: so a former contact, or a person who is gone, can still be recognised. */
    private List<JsonNode> deleted(String municipality, String key, String name) {
        return all(municipality, key, name, LISTS.get(name), "gt=" + encode(LONG_AGO)).stream()
                .filter(node -> Json.isTrue(node, "Deleted"))
                .toList();
    }

    private List<JsonNode> all(String municipality, String key, String name, String path, String filter) {
        var byId = new LinkedHashMap<String, JsonNode>();
        for (int offset = 0; ; offset += PAGE) {
            var query = new ArrayList<>(List.of(
                    "limit=" + PAGE, "offset=" + offset, "domain=" + encode(municipality), "key=" + encode(key)));
            if (!filter.isEmpty()) {
                query.add(filter);
            }
            var page = http.get(
                    "Lifecare's " + name + " of " + municipality,
                    URI.create(base + path + "?" + String.join("&", query)));
            var nodes = page.map(node -> Json.list(node)).orElse(List.of()); // 404 on a list means none
            for (JsonNode node : nodes) {
                byId.put(Json.find(node, "Id").orElse("#" + byId.size()), node);
            }
            if (nodes.size() < PAGE) {
                return List.copyOf(byId.values());
            }
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
