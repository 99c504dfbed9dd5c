package se.omsorgsbron.sandbox.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Which identifier system an identity number belongs to; the rules of {@code docs/checker.md}, written down a second time on purpose. */
final class IdentityNumbers {
    private static final String BASE = "http://electronichealth.se/identifier/";

    private IdentityNumbers() {}

    /** The FHIR identifier system, or empty where the text is no valid number. */
    static Optional<String> system(String number) {
        if (number.matches("[0-9]{12}")) {
            int day = Integer.parseInt(number.substring(6, 8));
            boolean coordination = day > 60;
            return isDate(number, coordination ? day - 60 : day) && checks(number.substring(2))
                    ? Optional.of(BASE + (coordination ? "samordningsnummer" : "personnummer"))
                    : Optional.empty();
        }
        return number.matches("[0-9]{8}[0-9A-Zptf]{4}")
                ? Optional.of(BASE + "nationelltReservnummer")
                : Optional.empty();
    }

    private static boolean isDate(String number, int day) {
        try {
            LocalDate.of(Integer.parseInt(number.substring(0, 4)), Integer.parseInt(number.substring(4, 6)), day);
            return true;
        } catch (DateTimeException e) {
            return false; // month 13 or 31 April: then it is no number
        }
    }

    private static boolean checks(String ten) {
        int sum = 0;
        for (int i = 0; i < ten.length(); i++) {
            int digit = Character.digit(ten.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }
}
