package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.CLIENT;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.content;
import static se.omsorgsbron.lifecare.Samples.fact;
import static se.omsorgsbron.lifecare.Samples.json;
import static se.omsorgsbron.lifecare.Samples.problems;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.ContactPoint.Use;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

/** {@link RelativeMapper} and {@link ContactPersonMapper}: the same shape, and one difference. */
class TeamMemberMappersTest {
    private static final String FULL = """
            {Id: 160001, PersonId: '189002029800', Relation: 'God man', Note: 'ring kvällstid', Deleted: false,
             Addresses: [{City: 'Tumba'}], Phones: [{PhoneNumber: '08-465 004 10', Protected: false, Type: 'Mobile'}],
             FirstName: 'Rolf', LastName: 'Stenmark', FullName: 'Rolf Stenmark'}
            """;

    private static Mapped<List<Fact>> relative(String json) {
        return RelativeMapper.toTeamMember(json(json), CONTEXT);
    }

    private static Mapped<List<Fact>> contact(String json) {
        return ContactPersonMapper.toTeamMember(json(json), CONTEXT);
    }

    @Test
    void aFullRecordBecomesATeamMemberWithTheRoleOfTheTable() {
        TeamMember expected = new TeamMember(
                TeamRole.LEGAL_GUARDIAN,
                new PersonName("Rolf", "Stenmark"),
                "God man",
                List.of(new ContactPoint(Medium.PHONE, Use.MOBILE, "08-465 004 10", false)));

        assertThat(fact(contact(FULL)).content()).isEqualTo(expected);
        assertThat(fact(relative(FULL)).content()).isEqualTo(expected);
        assertThat(fact(contact(FULL)).source()).isEqualTo(new SourceReference("lifecare", "contacts", "160001"));
        assertThat(fact(relative(FULL)).source()).isEqualTo(new SourceReference("lifecare", "relatives", "160001"));
        assertThat(fact(contact(FULL)).subject()).isEqualTo(LifecareKeys.personNumber(CLIENT));
        assertThat(contact(FULL).unused()).containsExactly("Note", "Addresses[0].City");
        assertThat(relative(FULL).unused()).containsExactly("Note", "Addresses[0].City");
    }

    @Test
    void emptyRecordsAreHeld() {
        assertThat(problems(relative("{}"))).containsExactly("missing-field Id", "missing-field PersonId");
        assertThat(problems(contact("{}")))
                .containsExactly("missing-field Id", "missing-field PersonId", "missing-field Relation");
    }

    @Test
    void aRelationThatTheTableDoesNotHaveIsARelativeAmongRelatives() {
        String json = "{Id: 1, PersonId: '189002029800', Relation: 'Dotterson', FirstName: 'Bo'}";

        assertThat(content(relative(json), TeamMember.class))
                .isEqualTo(new TeamMember(TeamRole.RELATIVE, new PersonName("Bo", ""), "Dotterson", List.of()));
    }

    @Test
    void aRelationThatTheTableDoesNotHaveIsHeldAmongContactsAndNotRepeated() {
        Mapped<List<Fact>> mapped = contact("{Id: 1, PersonId: '189002029800', Relation: 'Vän till Anna'}");

        assertThat(problems(mapped)).containsExactly("unknown-code Relation");
        assertThat(mapped.toString()).doesNotContain("Anna");
    }

    @Test
    void aFriendAmongRelativesIsAFriend() {
        String json = "{Id: 1, PersonId: '189002029800', Relation: ' Granne '}";

        assertThat(content(relative(json), TeamMember.class).role()).isEqualTo(TeamRole.FRIEND);
    }
}
