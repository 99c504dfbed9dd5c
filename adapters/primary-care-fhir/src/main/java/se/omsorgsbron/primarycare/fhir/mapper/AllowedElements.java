package se.omsorgsbron.primarycare.fhir.mapper;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.fhir.Canonicals;

/**
 * Takes out of a resource every element that {@code allowed-elements.txt} does not list for its profile. A profile that is not in
 * the file leaves nothing but its id.
 */
final class AllowedElements {
    private static final Logger LOG = LoggerFactory.getLogger(AllowedElements.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String ABSENT = "extension(http://hl7.org/fhir/StructureDefinition/data-absent-reason)";
    static final String OURS = Canonicals.BASE + "/StructureDefinition/";
    private static final Map<String, Set<String>> BY_PROFILE = read();
    private static final Map<String, ListedPaths> PATHS = BY_PROFILE.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> ListedPaths.of(entry.getValue())));

    private final Set<String> allowed;
    private final Set<String> removed = new HashSet<>();

    private AllowedElements(Set<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * What of a resource may leave, as JSON.
     *
     * @param json the resource in its canonical form; given back as it is where nothing has to be taken out
     */
    static String of(Resource resource, String json) {
        if (PATHS.get(listName(resource)).hold(json)) {
            return json;
        }
        return pruned(resource, json);
    }

    private static String pruned(Resource resource, String json) {
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(json);
            AllowedElements elements = new AllowedElements(BY_PROFILE.get(listName(resource)));
            elements.prune(tree, "");
            if (elements.removed.isEmpty()) {
                return json;
            }
            LOG.warn(
                    "{} had elements that are not on the list of what may leave: {}",
                    resource.fhirType(),
                    elements.removed);
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("HAPI writes JSON", e);
        }
    }

    static Resource parse(String json) {
        return (Resource) FHIR.newJsonParser().parseResource(json);
    }

    /** What may leave of resources that claim that profile, or of that type where they claim none. */
    static Set<String> allowed(String profile) {
        return BY_PROFILE.getOrDefault(profile, BY_PROFILE.get("all"));
    }

    /** Under which name in the file the resource is looked up. */
    private static String listName(Resource resource) {
        String profile = resource.getMeta().hasProfile()
                ? resource.getMeta().getProfile().get(0).getValue()
                : resource.fhirType();
        String name = profile.substring(profile.lastIndexOf('/') + 1);
        return BY_PROFILE.containsKey(name) ? name : "all";
    }

    /** Returns whether nothing is left. */
    private boolean prune(ObjectNode node, String path) {
        for (Map.Entry<String, JsonNode> field : new ArrayList<>(node.properties())) {
            String name = field.getKey();
            boolean structural = name.equals("resourceType") || (name.equals("url") && inExtension(path));
            if (!structural && prune(field.getValue(), child(path, name))) {
                node.remove(name);
            }
        }
        return node.isEmpty() || (node.size() == 1 && (node.has("url") || node.has("resourceType")));
    }

    private boolean prune(JsonNode value, String path) {
        if (value instanceof ArrayNode array) {
            List<JsonNode> kept = new ArrayList<>();
            array.forEach(item -> {
                // A list of primitives and the list of their extensions keep step by their nulls.
                if (item.isNull() || !prune(item, path)) {
                    kept.add(item);
                }
            });
            array.removeAll().addAll(kept);
            return kept.isEmpty();
        }
        if (value instanceof ObjectNode object) {
            return prune(object, path + kind(path, object));
        }
        boolean listed = allowed.contains(path) || (path.contains(ABSENT) && standsForValue(path));
        if (!listed) {
            removed.add(path);
        }
        return !listed;
    }

    private boolean standsForValue(String path) {
        String place = path.substring(0, path.indexOf("." + ABSENT));
        return path.endsWith(ABSENT + ".valueCode")
                && allowed.stream().anyMatch(other -> other.equals(place) || other.startsWith(place + "."));
    }

    private static boolean inExtension(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return path.endsWith(ABSENT) || (last.startsWith("extension(") && last.endsWith(")"));
    }

    private static String child(String path, String field) {
        String name = field.startsWith("_") ? field.substring(1) : field;
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String kind(String path, ObjectNode object) {
        if (path.endsWith("xtension")) {
            String url = object.path("url").asText();
            return "(" + (url.startsWith(OURS) ? url.substring(OURS.length()) : url) + ")";
        }
        return path.equals("contained") ? "(" + object.path("resourceType").asText() + ")" : "";
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> lists = new HashMap<>();
        List<String> profiles = List.of();
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                AllowedElements.class.getResourceAsStream("/allowed-elements.txt"), StandardCharsets.UTF_8))) {
            for (String line : file.lines().map(String::strip).toList()) {
                if (line.startsWith("[")) {
                    profiles = List.of(line.substring(1, line.length() - 1).split(" "));
                    profiles.forEach(profile -> lists.put(profile, new HashSet<>(lists.getOrDefault("all", Set.of()))));
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    profiles.forEach(profile -> lists.get(profile).add(line));
                }
            }
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
