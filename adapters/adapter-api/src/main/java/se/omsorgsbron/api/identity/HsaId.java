package se.omsorgsbron.api.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * HSA-id of a member of staff or a unit in the national HSA catalogue: {@code SE}, ten digits of an organisation number, a
 * hyphen and a serial part.
 *
 * @param value as the source wrote it
 */
public record HsaId(String value) {
    /** What a reader is told was expected. */
    public static final String EXPECTED = "an HSA-id such as SE165565594230-1003";

    private static final Pattern SHAPE = Pattern.compile("SE[0-9]{10,12}-[0-9A-Za-z]{1,20}");

    /** The HSA-id that {@code text} is, or empty where it is none. */
    public static Optional<HsaId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new HsaId(text)) : Optional.empty();
    }
}
