package se.omsorgsbron.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.omsorgsbron.api.identity.IdentityNumber.Kind;

class IdentityNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "189002029800, PERSONNUMMER",
        "189602029812, PERSONNUMMER",
        "196101182803, PERSONNUMMER",
        "199002222397, PERSONNUMMER",
        "200001252386, PERSONNUMMER",
        "200302022389, PERSONNUMMER",
        "196109732393, SAMORDNINGSNUMMER",
        "98240301AA06, NATIONAL_RESERVE_NUMBER",
        "20210325K069, NATIONAL_RESERVE_NUMBER"
    })
    void thePublishedTestNumbersAreRead(String text, Kind kind) {
        assertThat(IdentityNumbers.parse(text)).contains(new IdentityNumber(kind, text));
    }

    @ParameterizedTest
    @CsvSource({
        "189002029801, 12 digits whose check digit does not fit",
        "9002029800, 10 digits",
        "18900202-9800, 13 characters",
        "98240301AA0x, 12 characters in no known pattern",
        "9824030AAA06, 12 characters in no known pattern",
        "98240301aa06, 12 characters in no known pattern",
        "'', an empty value",
        "'   ', an empty value"
    })
    void whatIsNoNumberIsDescribedByItsShape(String text, String expected) {
        assertThat(IdentityNumbers.parse(text)).isEmpty();
        assertThat(IdentityNumbers.describe(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18901302", "18900230", "18900200", "18900260", "18900292", "18990229", "00000000"})
    void aNumberNeedsADateEvenWithTheRightCheckDigit(String date) {
        String eleven = date + "980";
        String text = eleven + ValidNumbers.checkDigit(eleven.substring(2));

        assertThat(IdentityNumbers.parse(text)).isEmpty();
        assertThat(IdentityNumbers.describe(text)).isEqualTo("12 digits that hold no date");
    }

    @Test
    void theTwentyNinthOfFebruaryOfALeapYearIsADate() {
        String eleven = "18960229980";

        assertThat(IdentityNumbers.parse(eleven + ValidNumbers.checkDigit(eleven.substring(2))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SE165565594230-1003", "SE165565594230-BK01"})
    void anHsaIdIsReadAsItStands(String text) {
        assertThat(HsaId.parse(text)).contains(new HsaId(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "SE165565594230", "165565594230-1003", "SE165565594230-", "se165565594230-1", "189002029800"
            })
    void whatIsNoHsaIdIsNone(String text) {
        assertThat(HsaId.parse(text)).isEmpty();
    }
}
