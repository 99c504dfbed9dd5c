package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Whether the bridge wrote what stands. It marks what it writes in {@code meta.source} with a hash of the content; a server adds
 * {@code #} and its own. So content without the mark, or two contents under one mark, come from somebody else: whatever they
 * changed is found, even where no rule says what should stand there.
 */
final class Authorship {
    private static final String MARK = Shape.BASE + "/content/";

    private Authorship() {}

    static void check(PrimaryCare care, List<Difference> differences) {
        care.current().forEach((reference, resource) -> {
            if (Shape.isOurs(resource)) {
                check(care, reference, resource, new Findings(differences, "", "", reference));
            }
        });
    }

    private static void check(PrimaryCare care, String reference, JsonNode resource, Findings findings) {
        String mark = mark(resource);
        if (!mark.startsWith(MARK)) {
            findings.add("meta.source", "the bridge's mark", "another or none: somebody else wrote it");
            return;
        }
        List<Version> versions = care.effectiveHistory(reference);
        if (versions.isEmpty()) {
            return;
        }
        Version now = versions.get(versions.size() - 1);
        boolean altered = versions.stream()
                .filter(version -> version.resource()
                        .map(Authorship::mark)
                        .filter(mark::equals)
                        .isPresent())
                .anyMatch(version -> !version.content().equals(now.content()));
        if (altered) {
            findings.add("meta.source", "a mark for each content", "the mark of another content: somebody altered it");
        }
    }

    private static String mark(JsonNode resource) {
        return Json.text(resource, "meta", "source").replaceFirst("#.*$", "");
    }
}
