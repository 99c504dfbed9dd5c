package se.omsorgsbron.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the jar is made of may be given away under Apache-2.0: every component offers one of these licences. */
class LicencesTest {
    private static final Set<String> COMPATIBLE = Set.of(
            "Apache-2.0",
            "Apache Software License 2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            // The same by the name that jsch's pom gives it.
            "Revised BSD",
            "CC0-1.0",
            "Unicode-3.0",
            // As a library that is not changed.
            "EPL-2.0",
            "MPL-2.0");

    /** Looked up by hand. */
    private static final Set<String> LOOKED_UP = Set.of(
            // Of Apache's Jakarta project; its pom names none.
            "jakarta-regexp",
            // Its pom names the BSD 2-Clause License by an address that is read as another.
            "stax2-api");

    @Test
    void everyComponentHasALicenceThatGoesWithOurs() throws IOException {
        List<String> others = new ArrayList<>();
        JsonNode bom;
        try (InputStream file = LicencesTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            bom = new JsonMapper().readTree(file);
        }
        assertThat(bom.path("components")).hasSizeGreaterThan(150);
        for (JsonNode component : bom.path("components")) {
            List<String> licences = new ArrayList<>();
            component.path("licenses").forEach(licence -> {
                licences.add(licence.at("/license/id").asText());
                licences.add(licence.at("/license/name").asText());
            });
            String name = component.path("name").asText();
            if (licences.stream().noneMatch(COMPATIBLE::contains) && !LOOKED_UP.contains(name)) {
                others.add(name + " " + licences);
            }
        }
        assertThat(others).isEmpty();
    }
}
