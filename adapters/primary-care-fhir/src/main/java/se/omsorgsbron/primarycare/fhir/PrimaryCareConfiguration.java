package se.omsorgsbron.primarycare.fhir;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One primary care system that a municipality delivers to.
 *
 * @param name name in the configuration, such as {@code primary-care}
 * @param municipality code of the municipality that delivers, four digits
 * @param base base address of the FHIR server, such as {@code https://fhir.example.org/r4}; http or https, without user,
 *     query and fragment, because addresses are shown
 * @param createPatients whether a person whom primary care does not know is created there; otherwise that person's items
 *     are held
 * @param labels whether it keeps security labels and acts on them; if not, what has a label that matters does not leave to it
 * @param timeout how long to wait for an answer, and for each further part of it; see {@link #DEFAULT_TIMEOUT}
 * @param identifierSystems URI of a source's identifiers, by {@code <municipality>/<system>} such as {@code 0127/lifecare};
 *     a source that is left out gets {@code https://fhir.omsorgsbron.se/sid/<municipality>/<system>}
 * @param bearerToken gives the token for the {@code Authorization} header, asked for anew at each request so that it can
 *     expire; empty where the server asks for none
 */
public record PrimaryCareConfiguration(
        String name,
        String municipality,
        URI base,
        boolean createPatients,
        boolean labels,
        Duration timeout,
        Map<String, String> identifierSystems,
        Optional<Supplier<String>> bearerToken) {

    /** Used where the configuration gives no time limit. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** One that carries labels, as FHIR servers do. */
    public PrimaryCareConfiguration(
            String name,
            String municipality,
            URI base,
            boolean createPatients,
            Duration timeout,
            Map<String, String> identifierSystems,
            Optional<Supplier<String>> bearerToken) {
        this(name, municipality, base, createPatients, true, timeout, identifierSystems, bearerToken);
    }

    /** @throws IllegalArgumentException with what to write instead, if a value cannot be used */
    public PrimaryCareConfiguration {
        require(!name.isBlank(), "name: write a name such as primary-care");
        require(municipality.matches("[0-9]{4}"), "municipality: write its four digits, such as 0127");
        require(
                "http".equals(base.getScheme()) || "https".equals(base.getScheme()),
                "base: write an address that begins with https:// (or http://)");
        require(
                base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null,
                "base: write the address without user, query and fragment; a token has a setting of its own");
        require(timeout.toMillis() > 0 && timeout.toHours() < 1, "timeout: write a time between 1 ms and 1 h");
        identifierSystems = Map.copyOf(identifierSystems);
        base = withoutLastSlash(base);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static URI withoutLastSlash(URI base) {
        String text = base.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : base;
    }

    /** Names which system it is; neither its address nor anything that opens it. */
    @Override
    public String toString() {
        return name + " of " + municipality;
    }
}
