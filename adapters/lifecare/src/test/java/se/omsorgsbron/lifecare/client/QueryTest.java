package se.omsorgsbron.lifecare.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void aQueryIsAFieldAnEqualsSignAndAQuotedValue() {
        assertThat(Query.equal("ExecutionId", "120001")).isEqualTo("ExecutionId='120001'");
        assertThat(Query.equal("ServiceCategory.Code", "1")).isEqualTo("ServiceCategory.Code='1'");
    }

    @Test
    void aQuoteIsRefusedWithoutRepeatingTheValue() {
        assertThatThrownBy(() -> Query.equal("Name", "O'Hara' or Id='1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("O'Hara");
        assertThatThrownBy(() -> Query.equal("Id='1' and Name", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Query.equal("Name", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Query.equal("Name", "a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatIsAskedForCanBeReadBack(
            @ForAll @AlphaChars @NotEmpty String field,
            @ForAll @NotEmpty @AlphaChars @NumericChars @Chars({'å', 'Ö', 'é', '-', '=', '&', '%'}) String value) {
        String query = Query.equal(field, value);

        int equals = query.indexOf('=');
        assertThat(query.substring(0, equals)).isEqualTo(field);
        assertThat(query.substring(equals + 1)).isEqualTo("'" + value + "'");
    }

    @Property
    void aValueWithAQuoteAnywhereIsRefused(@ForAll String before, @ForAll String after) {
        assertThatThrownBy(() -> Query.equal("Name", before + "'" + after))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
