package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
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
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.ContactPoint.Use;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class PersonnelMapperTest {
    private static Mapped<List<Fact>> map(String json) {
        return PersonnelMapper.toStaffMember(json(json), CONTEXT);
    }

    @Test
    void aFullRecordBecomesAMemberOfStaffWithoutAPersonnummer() {
        Mapped<List<Fact>> mapped = map("""
                {Id: 100301, Disabled: true, PersonId: '188512121024', FirstName: 'Fatuma', LastName: 'Warsame',
                 Signature: 'FAWA', Title: 'Undersköterska', HsaId: 'SE165565594230-BK01', PhoneNumber: '08-465 004 00',
                 EmailAddress: 'fawa@botkyrka.example', CanHaveDelegation: true}
                """);

        assertThat(fact(mapped))
                .isEqualTo(new Fact(
                        new SourceReference("lifecare", "personnel", "100301"),
                        LifecareKeys.personnel("100301"),
                        new StaffMember(
                                new PersonName("Fatuma", "Warsame"),
                                Optional.of(new HsaId("SE165565594230-BK01")),
                                "Undersköterska",
                                List.of(
                                        new ContactPoint(Medium.PHONE, Use.WORK, "08-465 004 00", false),
                                        new ContactPoint(Medium.EMAIL, Use.WORK, "fawa@botkyrka.example", false)),
                                false),
                        Set.of(LifecareKeys.personnelPersonNumber(STAFF), LifecareKeys.signature("FAWA")),
                        Set.of(),
                        Optional.empty()));
        assertThat(mapped.unused()).containsExactly("CanHaveDelegation");
    }

    @Test
    void anEmptyRecordIsHeldForEverythingThatTheContractRequires() {
        assertThat(problems(map("{}")))
                .containsExactly(
                        "missing-field Id",
                        "missing-field PersonId",
                        "missing-field Signature",
                        "missing-field FirstName",
                        "missing-field LastName",
                        "missing-field Title");
    }

    @Test
    void anHsaIdThatIsNoneHoldsTheRecordAndIsNotRepeated() {
        Mapped<List<Fact>> mapped = map("""
                {Id: 1, PersonId: '188512121024', FirstName: 'F', LastName: 'W', Signature: 'S', Title: 'T',
                 HsaId: '188512121024'}
                """);

        assertThat(problems(mapped)).containsExactly("invalid-hsa-id HsaId");
        assertThat(mapped.toString()).doesNotContain(STAFF);
    }

    @Test
    void somebodyWithoutHsaIdAndTelephoneIsReadAsTheyAre() {
        StaffMember staff = content(
                map("{Id: 1, PersonId: '188512121024', FirstName: 'F', LastName: 'W', Signature: 'S', Title: 'T'}"),
                StaffMember.class);

        assertThat(staff.hsaId()).isEmpty();
        assertThat(staff.telecoms()).isEmpty();
        assertThat(staff.active()).isTrue();
    }
}
