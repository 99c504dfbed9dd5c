package se.omsorgsbron.api.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;

/** Makes valid numbers, of people born 1880 to 1899: nobody alive has one. Written apart from what it tests. */
final class ValidNumbers {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;

    private ValidNumbers() {}

    static Arbitrary<String> personnummer() {
        return withDayPlus(0);
    }

    static Arbitrary<String> samordningsnummer() {
        return withDayPlus(60);
    }

    /** Eight digits and four characters of which at least one is a letter. */
    static Arbitrary<String> reserveNumbers() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofLength(8);
        Arbitrary<String> rest = Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('A', 'Z')
                .withChars('p', 't', 'f')
                .ofLength(4)
                .filter(text -> !text.chars().allMatch(Character::isDigit));
        return Combinators.combine(digits, rest).as(String::concat);
    }

    /** The check digit of nine digits: each doubled or not in turn, the digits of the products added up. */
    static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            String product = Integer.toString((nine.charAt(i) - '0') * (2 - i % 2));
            sum += product.chars().map(c -> c - '0').sum();
        }
        return (10 - sum % 10) % 10;
    }

    private static Arbitrary<String> withDayPlus(int plus) {
        Arbitrary<LocalDate> births = Dates.dates().between(LocalDate.of(1880, 1, 1), LocalDate.of(1899, 12, 31));
        Arbitrary<Integer> serials = Arbitraries.integers().between(0, 999);
        return Combinators.combine(births, serials).as((birth, serial) -> {
            String date = BASIC.format(birth);
            String eleven = date.substring(0, 6)
                    + (birth.getDayOfMonth() + plus + 100 + "").substring(1)
                    + (serial + 1000 + "").substring(1);
            return eleven + checkDigit(eleven.substring(2));
        });
    }
}
