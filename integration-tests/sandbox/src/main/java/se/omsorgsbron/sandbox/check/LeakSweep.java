package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for what must stand nowhere at the FHIR server, in every version of every resource of any type: see {@link Secrets}.
 * What is found is named by whose it is and what it is, never by itself.
 */
final class LeakSweep {
    private LeakSweep() {}

    static void sweep(List<Secrets.Secret> secrets, PrimaryCare primaryCare, List<Difference> differences) {
        Map<String, Version> versions = new LinkedHashMap<>();
        primaryCare.versions().forEach(version -> versions.put(version.reference() + "#" + version.number(), version));
        versions.values()
                .forEach(version -> version.resource()
                        .ifPresent(resource ->
                                sweep(secrets, version.reference(), version.number(), resource, differences)));
        // A search should give nothing else than the history, but what it gives is what a recipient reads.
        primaryCare.current().forEach((reference, resource) -> {
            int number = resource.path("meta").path("versionId").asInt(0);
            if (!versions.containsKey(reference + "#" + number)) {
                sweep(secrets, reference, number, resource, differences);
            }
        });
    }

    private static void sweep(
            List<Secrets.Secret> secrets,
            String reference,
            int number,
            JsonNode resource,
            List<Difference> differences) {
        found(secrets, resource)
                .forEach(secret -> differences.add(new Difference(
                        secret.municipality(),
                        secret.person(),
                        reference,
                        "leak of " + secret.what(),
                        "nowhere, in no version",
                        "in version " + number)));
    }

    /** The secrets that stand somewhere in it. */
    static Stream<Secrets.Secret> found(List<Secrets.Secret> secrets, JsonNode content) {
        var texts = new HashMap<String, String>();
        texts(content, texts);
        return secrets.stream()
                .filter(secret ->
                        texts.entrySet().stream().anyMatch(text -> secret.isIn(text.getKey(), text.getValue())));
    }

    /** Every value in the resource, once, with its digits. */
    private static void texts(JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.computeIfAbsent(node.asText(), Secrets.Secret::digits);
        } else {
            node.forEach(child -> texts(child, texts));
        }
    }
}
