package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.CLIENT;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.STAFF;
import static se.omsorgsbron.lifecare.Samples.content;
import static se.omsorgsbron.lifecare.Samples.fact;
import static se.omsorgsbron.lifecare.Samples.json;
import static se.omsorgsbron.lifecare.Samples.problems;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class ContactMapperTest {
    private static Mapped<List<Fact>> map(String json) {
        return ContactMapper.toPermanentContact(json(json), CONTEXT);
    }

    @Test
    void aFullContactBecomesAPermanentContactWithoutRankAndPeriod() {
        Mapped<List<Fact>> mapped = map("""
                {Id: 150001, ClientPersonId: '189002029800', PersonnelPersonId: '188512121024', ProviderUnitId: 100101,
                 Deleted: false}
                """);

        assertThat(fact(mapped))
                .isEqualTo(new Fact(
                        new SourceReference("lifecare", "provider_contact_personnels", "150001"),
                        LifecareKeys.personNumber(CLIENT),
                        new PermanentContact(
                                LifecareKeys.personnelPersonNumber(STAFF),
                                Optional.of(LifecareKeys.unit("100101")),
                                Optional.empty(),
                                Period.OPEN),
                        Set.of(LifecareKeys.contact("150001")),
                        Set.of(LifecareKeys.personnelPersonNumber(STAFF), LifecareKeys.unit("100101")),
                        Optional.empty()));
        assertThat(mapped.unused()).isEmpty();
    }

    @Test
    void anEmptyContactIsHeld() {
        assertThat(problems(map("{}")))
                .containsExactly("missing-field Id", "missing-field ClientPersonId", "missing-field PersonnelPersonId");
    }

    @Test
    void aNumberThatIsNoneIsLeftToTheClientsRecord() {
        Fact fact = fact(map("{Id: '7', ClientPersonId: 'x', PersonnelPersonId: 'y'}"));

        assertThat(fact.subject()).isEqualTo(LifecareKeys.personNumber("x"));
    }

    @Test
    void aContactWithoutAUnitHasNone() {
        String json =
                "{Id: 7, ClientPersonId: '189002029800', PersonnelPersonId: '188512121024', ProviderUnitId: null}";

        assertThat(content(map(json), PermanentContact.class).unit()).isEmpty();
    }
}
