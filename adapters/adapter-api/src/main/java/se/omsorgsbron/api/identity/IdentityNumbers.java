package se.omsorgsbron.api.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import se.omsorgsbron.api.identity.IdentityNumber.Kind;

/**
 * Reads identity numbers. Twelve digits are a personnummer ({@code YYYYMMDDNNNC}, C by modulus 10 over the last ten digits)
 * or a samordningsnummer (the same with 60 added to the day). Twelve characters with at least one letter are a national
 * reserve number. Whatever else is no number, and is told, never repaired.
 */
public final class IdentityNumbers {
    /** What a reader is told was expected. */
    public static final String EXPECTED =
            "personnummer or samordningsnummer of 12 digits (YYYYMMDDNNNC) with a valid date and"
                    + " check digit, or a national reserve number of 12 characters";

    private static final Pattern DIGITS = Pattern.compile("(18|19|20)[0-9]{10}");
    private static final Pattern RESERVE = Pattern.compile("[0-9]{8}[0-9A-Zptf]{4}");
    private static final int COORDINATION_DAY = 60;

    private IdentityNumbers() {}

    /** The number that {@code text} is, or empty where it is none. */
    public static Optional<IdentityNumber> parse(String text) {
        if (DIGITS.matcher(text).matches()) {
            return digits(text);
        }
        boolean lettered = text.chars().anyMatch(c -> c < '0' || c > '9');
        if (lettered && RESERVE.matcher(text).matches()) {
            return Optional.of(new IdentityNumber(Kind.NATIONAL_RESERVE_NUMBER, text));
        }
        return Optional.empty();
    }

    /** What was found, said without saying it: the shape of the text, never the text. */
    public static String describe(String text) {
        if (text.isBlank()) {
            return "an empty value";
        }
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (text.length() != 12) {
            return text.length() + (digits ? " digits" : " characters");
        }
        if (!digits) {
            return "12 characters in no known pattern";
        }
        return hasCheckDigit(text) ? "12 digits that hold no date" : "12 digits whose check digit does not fit";
    }

    private static Optional<IdentityNumber> digits(String text) {
        int day = Integer.parseInt(text.substring(6, 8));
        Kind kind = day > COORDINATION_DAY ? Kind.SAMORDNINGSNUMMER : Kind.PERSONNUMMER;
        int calendarDay = kind == Kind.SAMORDNINGSNUMMER ? day - COORDINATION_DAY : day;
        return isDate(text, calendarDay) && hasCheckDigit(text)
                ? Optional.of(new IdentityNumber(kind, text))
                : Optional.empty();
    }

    private static boolean isDate(String text, int day) {
        try {
            LocalDate date =
                    LocalDate.of(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4, 6)), day);
            return date.getDayOfMonth() == day;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private static boolean hasCheckDigit(String text) {
        int sum = 0;
        for (int i = 2; i < 12; i++) {
            int digit = text.charAt(i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }
}
