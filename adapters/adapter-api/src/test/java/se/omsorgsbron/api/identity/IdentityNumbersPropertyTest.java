package se.omsorgsbron.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import se.omsorgsbron.api.identity.IdentityNumber.Kind;

class IdentityNumbersPropertyTest {

    @Provide
    Arbitrary<String> personnummer() {
        return ValidNumbers.personnummer();
    }

    @Provide
    Arbitrary<String> samordningsnummer() {
        return ValidNumbers.samordningsnummer();
    }

    @Provide
    Arbitrary<String> reserveNumbers() {
        return ValidNumbers.reserveNumbers();
    }

    @Property
    void aPersonnummerIsReadAsItStands(@ForAll("personnummer") String text) {
        assertThat(IdentityNumbers.parse(text)).contains(new IdentityNumber(Kind.PERSONNUMMER, text));
    }

    @Property
    void aDayWithSixtyAddedIsASamordningsnummer(@ForAll("samordningsnummer") String text) {
        assertThat(IdentityNumbers.parse(text)).contains(new IdentityNumber(Kind.SAMORDNINGSNUMMER, text));
    }

    @Property
    void twelveCharactersWithALetterAreAReserveNumber(@ForAll("reserveNumbers") String text) {
        assertThat(IdentityNumbers.parse(text)).contains(new IdentityNumber(Kind.NATIONAL_RESERVE_NUMBER, text));
    }

    @Property
    void aValidNumberWithAnyOneOfItsTenLastDigitsChangedIsInvalid(
            @ForAll("personnummer") String text,
            @ForAll @IntRange(min = 2, max = 11) int place,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        assertThat(IdentityNumbers.parse(changed(text, place, change))).isEmpty();
    }

    @Property
    void aValidSamordningsnummerWithAnyOneOfItsTenLastDigitsChangedIsInvalid(
            @ForAll("samordningsnummer") String text,
            @ForAll @IntRange(min = 2, max = 11) int place,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        assertThat(IdentityNumbers.parse(changed(text, place, change))).isEmpty();
    }

    @Property
    void theCenturyIsNoPartOfTheCheckAndOnlyThreeOfThemAreNumbers(
            @ForAll("personnummer") String text, @ForAll @IntRange(min = 10, max = 99) int century) {
        String other = century + text.substring(2);
        boolean leapDay = text.startsWith("0229", 4);

        assertThat(IdentityNumbers.parse(other).isPresent())
                .isEqualTo(century >= 18 && century <= 20 && (!leapDay || isLeap(other)));
    }

    @Property
    void whateverIsReadIsKeptAsItStoodAndNothingIsRepaired(@ForAll @StringLength(max = 14) String text) {
        IdentityNumbers.parse(text)
                .ifPresent(number -> assertThat(number.value()).isEqualTo(text));
    }

    @Property
    void aNumberInAnyOtherDressIsNone(@ForAll("personnummer") String text, @ForAll @IntRange(max = 12) int place) {
        for (String mark : new String[] {" ", "-", "+", "\u00a0", "\u200b"}) {
            assertThat(IdentityNumbers.parse(text.substring(0, place) + mark + text.substring(place)))
                    .isEmpty();
        }
        assertThat(IdentityNumbers.parse(text.substring(2))).as("ten digits").isEmpty();
        assertThat(IdentityNumbers.parse(text.replace('1', '\u0661')))
                .as("digits of other scripts")
                .satisfies(read -> assertThat(read.isPresent()).isEqualTo(text.indexOf('1') < 0));
    }

    @Property
    void digitsAloneAreNeverAReserveNumber(@ForAll @NumericChars @StringLength(12) String text) {
        IdentityNumbers.parse(text)
                .ifPresent(number -> assertThat(number.kind()).isNotEqualTo(Kind.NATIONAL_RESERVE_NUMBER));
    }

    @Property
    void whatIsToldOfANumberNeverRepeatsIt(@ForAll("personnummer") String text, @ForAll @IntRange(max = 8) int from) {
        IdentityNumber number = IdentityNumbers.parse(text).orElseThrow();
        String part = text.substring(from, from + 4);

        assertThat(number.toString()).isEqualTo("PERSONNUMMER[masked]").doesNotContain(part);
        assertThat(IdentityNumbers.describe(text)).doesNotContain(part);
    }

    private static String changed(String text, int place, int change) {
        int digit = (text.charAt(place) - '0' + change) % 10;
        return text.substring(0, place) + digit + text.substring(place + 1);
    }

    private static boolean isLeap(String text) {
        return java.time.Year.isLeap(Integer.parseInt(text.substring(0, 4)));
    }
}
