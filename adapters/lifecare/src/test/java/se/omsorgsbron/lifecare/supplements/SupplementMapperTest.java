package se.omsorgsbron.lifecare.supplements;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.problems;
import static se.omsorgsbron.lifecare.Samples.value;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.omsorgsbron.api.domain.ContactRank;
import se.omsorgsbron.api.domain.ContactStep;
import se.omsorgsbron.api.domain.ContactStep.Exemption;
import se.omsorgsbron.api.domain.ContactStep.Step;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.NotForPatient;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.ProofOfTitle;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.SignedRoutine;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffProtection;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.lifecare.mapper.LifecareKeys;
import se.omsorgsbron.lifecare.supplements.SupplementMapper.Supplement;

class SupplementMapperTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

    private static Mapped<Supplement> map(String row) {
        String file = "municipality;subject;kind;date;until;value;note\n" + row;
        List<Row> rows =
                SupplementsFile.read(file.getBytes(StandardCharsets.UTF_8)).rows();
        return SupplementMapper.toSupplement(rows.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "offered, OFFERED",
        "declined, DECLINED",
        "asked, ASKED",
        "informed-orally, INFORMED_ORALLY",
        "informed-in-writing, INFORMED_IN_WRITING",
        "informed-of-right-to-change, INFORMED_OF_RIGHT_TO_CHANGE"
    })
    void everyStepIsRead(String kind, Step step) {
        assertThat(value(map("0127;client:110001;" + kind + ";2026-03-02;2026-09-30;;Vill avvakta")))
                .isEqualTo(new Supplement(
                        LifecareKeys.client("110001"),
                        new ContactStep(
                                step,
                                DAY,
                                Optional.of(LAST),
                                Optional.empty(),
                                Optional.of(new FreeText("Vill avvakta")))));
    }

    @ParameterizedTest
    @CsvSource({"only-safety-alarm, ONLY_SAFETY_ALARM", "only-service, ONLY_SERVICE", "other, OTHER"})
    void everyReasonForAnExemptionIsRead(String code, Exemption exemption) {
        Supplement supplement = value(map("0127;client:110001;exempted;2026-03-02;;" + code + ";"));

        assertThat(((ContactStep) supplement.content()).exemption()).contains(exemption);
    }

    @Test
    void aRankNamesTheContactAndItsPeriodWhichMayBeOpen() {
        assertThat(value(map("0127;contact:150001;rank;2026-03-02;2026-09-30;second;")))
                .isEqualTo(new Supplement(
                        LifecareKeys.contact("150001"),
                        new ContactRank(
                                new SourceReference("lifecare", "provider_contact_personnels", "150001"),
                                Rank.SECOND,
                                new Period(Optional.of(DAY), Optional.of(LAST)))));
        assertThat(((ContactRank) value(map("0127;contact:1;rank;;;first;")).content()).period())
                .isEqualTo(Period.OPEN);
    }

    @Test
    void aProofOfTitleAndASignedRoutineAreOfTheMemberOfStaff() {
        assertThat(value(map("0127;personnel:100301;proof-of-title;2026-03-02;;protected-title;")))
                .isEqualTo(new Supplement(
                        LifecareKeys.personnel("100301"),
                        new ProofOfTitle(ProofOfTitle.Kind.PROTECTED_TITLE, Period.from(DAY))));
        assertThat(value(map("0127;personnel:100301;signed-routine;2026-03-02;;Tumba;Rutin")))
                .isEqualTo(new Supplement(
                        LifecareKeys.personnel("100301"), new SignedRoutine("Tumba", DAY, Optional.of("Rutin"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client:110001;offered;2026-09-37;;; | date",
                "client:110001;offered;;;; | date",
                "client:110001;exempted;2026-03-02;;because; | value",
                "client:110001;exempted;2026-03-02;;; | value",
                "client:110001;offered;2026-03-02;2026-03-01;; | until",
                "client:110001;Erbjuden;2026-03-02;;; | kind",
                "client:Anna;offered;2026-03-02;;; | subject",
                "personnel:100301;offered;2026-03-02;;; | subject",
                "client:110001;rank;2026-03-02;;first; | subject",
                "contact:1;rank;2026-03-02;;third; | value",
                "personnel:1;signed-routine;2026-03-02;;; | value",
                "personnel:1;proof-of-title;2026-03-02;;diplom; | value"
            })
    void everyMistakeNamesItsColumnAndNotWhatStandsThere(String row, String column) {
        Mapped<Supplement> mapped = map("0127;" + row);

        assertThat(problems(mapped)).containsExactly("bad-supplement " + column);
        assertThat(mapped.toString()).doesNotContain("Anna", "Erbjuden");
    }

    @Test
    void everyMistakeOfARowIsTold() {
        assertThat(problems(map("0127;Anna;exempted;i går;;;")))
                .containsExactly("bad-supplement date", "bad-supplement subject", "bad-supplement value");
    }

    @Test
    void whatARowDoesNotUseIsTold() {
        assertThat(map("0127;client:1;offered;2026-03-02;;first;").unused()).containsExactly("value");
        assertThat(map("0127;personnel:1;proof-of-title;;;protected-title;x").unused())
                .containsExactly("note");
        assertThat(map("0127;personnel:1;signed-routine;2026-03-02;2026-03-03;Tumba;")
                        .unused())
                .containsExactly("until");
    }

    @ParameterizedTest
    @CsvSource({"consent, CONSENT", "harm-test, HARM_TEST", "svod-information, SVOD_INFORMATION", "block, BLOCK"})
    void everyGroundIsReadWithItsScope(String kind, RecordedGround.Kind expected) {
        Supplement supplement =
                value(map("0127;client:110001;" + kind + ";2026-03-02;2026-09-30;primary-care: plans, notes;Åke Ek"));

        assertThat(supplement.content())
                .isEqualTo(new RecordedGround(
                        expected,
                        new RecordedGround.Scope(
                                List.of("primary-care"), List.of(DisclosedConcept.PLANS, DisclosedConcept.NOTES)),
                        new Period(Optional.of(DAY), Optional.of(LAST)),
                        "Åke Ek"));
    }

    @ParameterizedTest
    @CsvSource({
        "consent;2026-03-02;;;Åke Ek, value",
        "consent;2026-03-02;;primary-care:;Åke Ek, value",
        "consent;2026-03-02;;planer;Åke Ek, value",
        "harm-test;2026-03-02;;notes;, note",
        "consent;;;plans;Åke Ek, date"
    })
    void aGroundThatSaysTooLittleIsNoGround(String rest, String column) {
        assertThat(problems(map("0127;client:110001;" + rest)))
                .singleElement()
                .asString()
                .isEqualTo("bad-supplement " + column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "block;;;;",
                "block;2026-13-45;2026-99-99;planer;",
                "block;2026-03-02;2026-01-01;primary-care: :;Åke Ek",
                "consent-withdrawn;i går;;;"
            })
    void aStopThatIsBadlyWrittenStopsEverythingAndDoesNotEnd(String rest) {
        RecordedGround ground =
                (RecordedGround) value(map("0127;client:110001;" + rest)).content();

        assertThat(ground.scope()).isEqualTo(RecordedGround.Scope.ALL);
        assertThat(ground.period().end()).isEmpty();
        assertThat(ground.period().holds(LocalDate.of(2030, 1, 1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sekretessmarkering, CONFIDENTIALITY_MARKED",
        "skyddad-folkbokforing, PROTECTED_REGISTRATION",
        "ja, UNKNOWN",
        "'', UNKNOWN"
    })
    void aProtectedMemberOfStaffIsProtectedHoweverItIsSaid(String value, ProtectedIdentity expected) {
        Mapped<Supplement> read = map("0127;personnel:100301;protected-identity;i går;2026-03-01;" + value + ";");

        assertThat(value(read))
                .isEqualTo(new Supplement(LifecareKeys.personnel("100301"), new StaffProtection(expected)));
        assertThat(read.unused()).as("a last day does not end it").contains("until");
    }

    @ParameterizedTest
    @CsvSource({
        "note:D-300123, documentations",
        "plan: 300123, service_plans",
        "critical-information:300123, client_critical_informations"
    })
    void aDocumentThatIsNotForThePatientIsNamed(String value, String resource) {
        assertThat(value(map("0127;client:110001;not-for-patient;2026-03-02;;" + value + ";")))
                .isEqualTo(new Supplement(
                        LifecareKeys.client("110001"),
                        new NotForPatient(Optional.of(
                                new SourceReference("lifecare", resource, value.replaceAll(".*: ?", ""))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "300123", "note:Anna Ek", "anteckning:1", "note:"})
    void whereItDoesNotSayWhichDocumentItIsAllOfThem(String value) {
        assertThat(value(map("0127;client:110001;not-for-patient;;2026-01-01;" + value + ";")))
                .isEqualTo(new Supplement(LifecareKeys.client("110001"), new NotForPatient(Optional.empty())));
    }

    @Test
    void aStopAboutNobodyIsHeld() {
        assertThat(problems(map("0127;klient:110001;block;2026-03-02;;;"))).anyMatch("bad-supplement subject"::equals);
    }
}
