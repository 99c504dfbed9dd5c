package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.content;
import static se.omsorgsbron.lifecare.Samples.fact;
import static se.omsorgsbron.lifecare.Samples.json;
import static se.omsorgsbron.lifecare.Samples.problems;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.ProviderUnit;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class ProviderUnitMapperTest {
    private static Mapped<List<Fact>> map(String json) {
        return ProviderUnitMapper.toProviderUnit(json(json), CONTEXT);
    }

    @Test
    void aFullUnitBecomesAProviderUnit() {
        Mapped<List<Fact>> mapped = map("""
                {Id: 100101, Name: 'Hemtjänsten Alby', CompanyId: 100011, CompanyName: 'Botkyrka kommun', Active: false,
                 Deleted: false, IsShelteredHousing: false}
                """);

        assertThat(fact(mapped).subject()).isEqualTo(LifecareKeys.unit("100101"));
        assertThat(fact(mapped).content())
                .isEqualTo(new ProviderUnit("Hemtjänsten Alby", Optional.of("Botkyrka kommun"), false));
        assertThat(mapped.unused()).containsExactly("CompanyId", "IsShelteredHousing");
    }

    @Test
    void anEmptyUnitIsHeld() {
        assertThat(problems(map("{}"))).containsExactly("missing-field Id", "missing-field Name");
    }

    @Test
    void aUnitIsInUseUnlessLifecareSaysOtherwise() {
        assertThat(content(map("{Id: 1, Name: 'Boo', Active: null}"), ProviderUnit.class)
                        .active())
                .isTrue();
        assertThat(problems(map("{Id: 1, Name: 'Boo', Active: 'ja'}"))).containsExactly("not-json Active");
    }
}
