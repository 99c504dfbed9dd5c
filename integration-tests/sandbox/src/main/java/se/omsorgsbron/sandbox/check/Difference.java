package se.omsorgsbron.sandbox.check;

/**
 * One thing that is not as it should be at primary care. Carries no name, number or note text: where such a value differs, it
 * says only that it differs and how long the two are.
 *
 * @param municipality code, or empty where no municipality can be told
 * @param person {@code client:<Client.Id>}, or {@code personnel:<Id>}, {@code unit:<Id>}; empty where nobody can be told
 * @param resource {@code Type/id} at the FHIR server, {@code Type} alone where it is missing, or {@code held}
 * @param what the element or the rule
 * @param expected what the rules say
 * @param found what stands there
 */
public record Difference(
        String municipality, String person, String resource, String what, String expected, String found) {}
