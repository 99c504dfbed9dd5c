package se.omsorgsbron.caremanagement.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.caremanagement.Samples.CONTEXT;
import static se.omsorgsbron.caremanagement.Samples.NUMBER;
import static se.omsorgsbron.caremanagement.Samples.PARTY;
import static se.omsorgsbron.caremanagement.Samples.WHOSE;
import static se.omsorgsbron.caremanagement.Samples.content;
import static se.omsorgsbron.caremanagement.Samples.facts;
import static se.omsorgsbron.caremanagement.Samples.json;
import static se.omsorgsbron.caremanagement.Samples.problems;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.PersonNumberKey;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class StakeholderMapperTest {
    private static final String PERSON = """
            {id: 's1', externalId: '81471222-5798-11e9-ae24-57fa13b361e1', externalIdType: 'PRIVATE', role: 'APPLICANT',
             firstName: 'Fiktiva', lastName: 'Påhittsson', address: 'Storgatan 1', zipCode: '85248', city: 'Sundsvall',
             contactChannels: [{key: 'Phone', value: '08-465 004 10'}, {key: 'Fax', value: '08-465 004 11'}]}
            """;

    private static Mapped<List<Fact>> map(String json) {
        return StakeholderMapper.toFacts(json(json), WHOSE, CONTEXT);
    }

    @Test
    void thePersonIsProtectedBecauseCareManagementDoesNotSayOtherwise() {
        Fact fact = facts(map(PERSON)).get(0);
        Person person = (Person) fact.content();

        assertThat(fact.source()).isEqualTo(new SourceReference("caremanagement", "parties", PARTY));
        assertThat(fact.subject()).isEqualTo(Keys.party(PARTY));
        assertThat(fact.names()).containsExactly(PersonNumberKey.of(NUMBER));
        assertThat(person.protection()).isEqualTo(ProtectedIdentity.UNKNOWN);
        assertThat(person.name()).isEqualTo(new PersonName("Fiktiva", "Påhittsson"));
        assertThat(person.addresses().get(0).guarded()).isTrue();
        assertThat(person.telecoms()).extracting(ContactPoint::guarded).containsExactly(true);
    }

    @Test
    void aChannelThatIsNoTelephoneOrMailIsListedAsUnused() {
        assertThat(map(PERSON).unused()).containsExactly("contactChannels[1].value");
    }

    @Test
    void whereAnotherSystemHasThePeopleThePersonGivesNoFactAndAllOfItIsUnused() {
        MappingContext beside = new MappingContext(
                CONTEXT.zone(), CONTEXT.ownAccount(), false, CONTEXT.errands(), CONTEXT.roles(), CONTEXT.texts());

        Mapped<List<Fact>> mapped = StakeholderMapper.toFacts(json(PERSON), WHOSE, beside);

        assertThat(facts(mapped)).isEmpty();
        assertThat(mapped.unused()).contains("externalId", "firstName", "contactChannels[0].value");
    }

    @Test
    void aNumberOfTheLookUpThatIsNoneHoldsThePerson() {
        Whose.Known odd = new Whose.Known(PARTY, "189002029801");

        Mapped<List<Fact>> mapped = StakeholderMapper.toFacts(json(PERSON), odd, CONTEXT);

        assertThat(problems(mapped)).containsExactly("invalid-identity-number externalId");
        assertThat(mapped.toString()).doesNotContain("189002029801");
    }

    @Test
    void aContactIsAMemberOfStaffAndAContactWithItsRank() {
        List<Fact> facts = facts(map("""
                {id: 's2', externalId: 'sara02berg', externalIdType: 'EMPLOYEE', role: 'CONTACT_1', firstName: 'Sara',
                 lastName: 'Berg', contactChannels: [{key: 'e-post', value: 'sara@example.com'}]}
                """));

        StaffMember staff = (StaffMember) facts.get(0).content();
        assertThat(facts.get(0).source().path()).isEqualTo("caremanagement/staff/sara02berg");
        assertThat(staff.telecoms()).extracting(ContactPoint::guarded).containsExactly(false);
        assertThat(facts.get(1).content())
                .isEqualTo(new PermanentContact(
                        Keys.user("sara02berg"), Optional.empty(), Optional.of(Rank.FIRST), Period.OPEN));
        assertThat(facts.get(1).subject()).isEqualTo(PersonNumberKey.of(NUMBER));
        assertThat(facts.get(1).relatesTo()).isEqualTo(Set.of(Keys.user("sara02berg")));
    }

    @Test
    void aContactsNumberInThePlaceOfAUserIdIsUsedNowhere() {
        List<Fact> facts = facts(map("{id: 's3', externalId: '188512121024', role: 'CONTACT_2', lastName: 'Berg'}"));

        assertThat(facts.toString()).doesNotContain("188512121024");
        assertThat(facts.get(0).source().path()).isEqualTo("caremanagement/staff/s3");
        assertThat(facts.get(0).subject()).isEqualTo(Keys.user("s3"));
    }

    @Test
    void aContactWhoseIdIsAnHsaIdHasIt() {
        List<Fact> facts =
                facts(map("{id: 's3', externalId: 'SE165565594230-1001', role: 'CONTACT_2', lastName: 'Berg'}"));

        assertThat(((StaffMember) facts.get(0).content()).hsaId()).isPresent();
    }

    @Test
    void aRelativeIsAMemberOfTheTeamWhoseTelephoneIsGuardedAndAPhysiciansIsNot() {
        String json =
                "{id: 's4', role: '%s', firstName: 'Dotter', contactChannels: [{key: 'Phone', value: '070-174 06 05'}]}";

        TeamMember relative = content(map(json.formatted("RELATIVE")), TeamMember.class);
        TeamMember physician = content(map(json.formatted("PHYSICIAN")), TeamMember.class);

        assertThat(relative.role()).isEqualTo(TeamRole.RELATIVE);
        assertThat(relative.telecoms().get(0).guarded()).isTrue();
        assertThat(physician.telecoms().get(0).guarded()).isFalse();
    }

    @Test
    void anEmptyStakeholderIsHeldWithAllItsProblems() {
        assertThat(problems(map("{}"))).containsExactly("missing-field id", "missing-field role");
        assertThat(problems(map("{role: 'RELATIVE'}")))
                .containsExactly("missing-field id", "missing-field organizationName");
    }

    @Test
    void aRoleInNoTableIsHeldWithoutBeingQuotedAndAnIgnoredOneGivesNothing() {
        Mapped<List<Fact>> odd = map("{id: 's5', role: 'Granne Karl', lastName: 'X'}");

        assertThat(problems(odd)).containsExactly("unknown-code role");
        assertThat(odd.toString()).doesNotContain("Karl");
        assertThat(facts(map("{id: 's6', role: 'LANDLORD', lastName: 'X'}"))).isEmpty();
    }

    @Test
    void ofAClosedErrandOnlyThePersonIsRead() {
        String contact = "{id: 's2', externalId: 'sara02berg', role: 'CONTACT_1', lastName: 'Berg'}";

        assertThat(facts(StakeholderMapper.toPerson(json(contact), WHOSE, CONTEXT)))
                .isEmpty();
        assertThat(facts(StakeholderMapper.toPerson(json(PERSON), WHOSE, CONTEXT)))
                .hasSize(1);
    }
}
