package se.omsorgsbron.sandbox.check;

import java.util.ArrayList;
import java.util.List;

/** Claims the name of a resource. */
final class Names {
    private Names() {}

    /**
     * A name with first names and a last name; either may be empty, not both.
     *
     * @param path empty, or of a contained resource with the dot
     */
    static void claim(Claims claims, String path, String given, String family) {
        claims.equal(path + "name[0].use", "official");
        claims.text(path + "name[0].text", (given + " " + family).strip());
        claims.text(path + "name[0].family", family.strip());
        List<String> parts = new ArrayList<>(List.of(given.split("\\s+")));
        parts.removeIf(String::isEmpty);
        for (int i = 0; i < parts.size(); i++) {
            claims.text(path + "name[0].given[" + i + "]", parts.get(i));
        }
    }

    /** The name of somebody protected: every part says that it is. */
    static void claimProtected(Claims claims) {
        claims.equal("name[0].use", "official");
        for (String part : List.of("text", "family", "given[0]")) {
            claims.text("name[0]." + part, Shape.PROTECTED_TEXT);
        }
    }
}
