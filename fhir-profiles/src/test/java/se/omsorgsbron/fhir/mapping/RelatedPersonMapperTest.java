package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.fhir.mapping.Valid.json;
import static se.omsorgsbron.fhir.mapping.Valid.valid;

import java.util.List;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Member;

@DisplayName("A RelatedPerson")
class RelatedPersonMapperTest {
    private static final PersonRecord FULL = Town.full(ProtectedIdentity.NONE);

    @Test
    @DisplayName("has name, telephone and relation, in a code and in the source's words")
    void full() {
        RelatedPerson related = valid(map(FULL, Town.daughter()));

        assertThat(related.getActive()).isTrue();
        assertThat(related.getNameFirstRep().getText()).isEqualTo("Siv Hammar");
        assertThat(related.getRelationshipFirstRep().getText()).isEqualTo("Dotter");
        assertThat(related.getRelationshipFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("relative");
        assertThat(related.getTelecomFirstRep().getValue()).isEqualTo("031-390 06 02");
        assertThat(related.getIdentifierFirstRep().getValue()).isEqualTo("relatives/4711");
    }

    @Test
    @DisplayName("of whom only the role is known is that role")
    void empty() {
        RelatedPerson related = valid(map(
                FULL,
                new Member(
                        Town.lifecare("contacts", "1"),
                        new TeamMember(TeamRole.LEGAL_GUARDIAN, new PersonName("", ""), "", List.of()))));

        assertThat(related.hasName()).isFalse();
        assertThat(related.getRelationshipFirstRep().hasText()).isFalse();
    }

    @Test
    @DisplayName("keeps to itself what the source guards, and is no longer active when the person is not served")
    void odd() {
        Member guarded = new Member(
                Town.lifecare("relatives", "2"),
                new TeamMember(
                        TeamRole.FRIEND,
                        new PersonName("Bo", ""),
                        " ",
                        List.of(Town.phone("031-390 06 09", ContactPoint.Use.HOME, true))));

        RelatedPerson related = valid(map(Town.with(FULL, false, List.of(), List.of(), List.of()), guarded));

        assertThat(related.hasTelecom()).isFalse();
        assertThat(related.getActive()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("of a protected person is emptied")
    void ofProtectedPerson(ProtectedIdentity protection) {
        RelatedPerson related = valid(map(Town.full(protection), Town.daughter()));

        assertThat(json(related)).doesNotContain("Siv", "Hammar", "Dotter", "031-390");
    }

    private static RelatedPerson map(PersonRecord record, Member member) {
        return RelatedPersonMapper.toRelatedPerson(record, member, MappingContext.defaults());
    }
}
