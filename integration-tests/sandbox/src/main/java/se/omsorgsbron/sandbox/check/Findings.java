package se.omsorgsbron.sandbox.check;

import java.util.List;

/** Where the differences about one resource go. */
final class Findings {
    private static final int SHOWN = 80;

    private final List<Difference> differences;
    private final String municipality;
    private final String person;
    private final String resource;

    Findings(List<Difference> differences, String municipality, String person, String resource) {
        this.differences = differences;
        this.municipality = municipality;
        this.person = person;
        this.resource = resource;
    }

    /** The same person, another resource. */
    Findings about(String otherResource) {
        return new Findings(differences, municipality, person, otherResource);
    }

    /** A difference whose two sides are codes, dates or ids, and may be shown. */
    void add(String what, String expected, String found) {
        differences.add(new Difference(municipality, person, resource, what, clip(expected), clip(found)));
    }

    /** A difference between texts that may say something of a person: only their lengths are shown. */
    void addText(String what, String expected, String found) {
        differences.add(
                new Difference(municipality, person, resource, what, length(expected), differs(expected, found)));
    }

    private static String length(String text) {
        return text.isEmpty() ? "nothing" : text.length() + " characters";
    }

    private static String differs(String expected, String found) {
        return found.isEmpty()
                ? "nothing"
                : "differs (" + found.length() + " characters)" + (expected.isEmpty() ? ", nothing explains it" : "");
    }

    private static String clip(String text) {
        return text.isEmpty() ? "nothing" : text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
