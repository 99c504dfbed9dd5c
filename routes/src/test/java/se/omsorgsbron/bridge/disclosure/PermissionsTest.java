package se.omsorgsbron.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.api.domain.DisclosedConcept.CONTACTS;
import static se.omsorgsbron.api.domain.DisclosedConcept.NOTES;
import static se.omsorgsbron.api.domain.DisclosedConcept.PLANS;
import static se.omsorgsbron.api.domain.DisclosedConcept.TEAM;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.RecordedGround.Kind;
import se.omsorgsbron.api.domain.RecordedGround.Scope;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.bridge.disclosure.Permission.Denied;
import se.omsorgsbron.bridge.disclosure.Permission.Granted;
import se.omsorgsbron.bridge.disclosure.Permission.Lack;

/** One hit and one miss for each ground. */
class PermissionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Scope PLANS_TO_ALL = new Scope(List.of(), List.of(PLANS));

    private OperatedBy operatedBy = OperatedBy.REGION;
    private boolean served = true;
    private boolean isProtected;

    @Test
    void aConsentInForceAllows() {
        assertGranted("plans;all;consent;;", given(Kind.CONSENT, PLANS_TO_ALL, TODAY.minusDays(1), null));
        assertGranted("plans;all;consent;;", given(Kind.CONSENT, PLANS_TO_ALL, TODAY, TODAY));
    }

    @Test
    void aConsentThatIsOverOrNotYetOrForOthersOrForSomethingElseDoesNot() {
        assertDenied(Lack.NO_CONSENT, "plans;all;consent;;");
        assertDenied(
                Lack.NO_CONSENT,
                "plans;all;consent;;",
                given(Kind.CONSENT, PLANS_TO_ALL, TODAY.minusDays(9), TODAY.minusDays(1)));
        assertDenied(
                Lack.NO_CONSENT, "plans;all;consent;;", given(Kind.CONSENT, PLANS_TO_ALL, TODAY.plusDays(1), null));
        assertDenied(
                Lack.NO_CONSENT,
                "plans;all;consent;;",
                given(Kind.CONSENT, new Scope(List.of("night-patrol"), List.of(PLANS)), TODAY, null));
        assertDenied(
                Lack.NO_CONSENT,
                "plans;all;consent;;",
                given(Kind.CONSENT, new Scope(List.of(), List.of(CONTACTS)), TODAY, null));
    }

    @Test
    void aConsentCountsForAsManyDaysAsTheRowSays() {
        assertGranted("plans;all;consent;;30", given(Kind.CONSENT, PLANS_TO_ALL, TODAY.minusDays(29), null));
        assertDenied(
                Lack.NO_CONSENT, "plans;all;consent;;30", given(Kind.CONSENT, PLANS_TO_ALL, TODAY.minusDays(30), null));
    }

    @Test
    void aWithdrawalEndsAConsentAtOnceUntilThereIsALaterOne() {
        Recorded consent = given(Kind.CONSENT, PLANS_TO_ALL, TODAY.minusDays(5), null);
        assertDenied(
                Lack.CONSENT_WITHDRAWN,
                "plans;all;consent;;",
                consent,
                given(Kind.CONSENT_WITHDRAWN, Scope.ALL, TODAY, null));
        assertDenied(
                Lack.CONSENT_WITHDRAWN,
                "plans;all;consent;;",
                consent,
                given(Kind.CONSENT_WITHDRAWN, Scope.ALL, TODAY.minusDays(5), null));
        assertDenied(
                Lack.CONSENT_WITHDRAWN,
                "plans;all;consent;;",
                consent,
                given(Kind.CONSENT_WITHDRAWN, Scope.ALL, null, null));
        assertGranted(
                "plans;all;consent;;", consent, given(Kind.CONSENT_WITHDRAWN, Scope.ALL, TODAY.minusDays(6), null));
    }

    @Test
    void svodNeedsInformationConsentAndHomeCare() {
        Recorded consent = given(Kind.CONSENT, PLANS_TO_ALL, TODAY, null);
        Recorded information = given(Kind.SVOD_INFORMATION, Scope.ALL, TODAY, null);
        assertGranted("plans;all;svod;;", consent, information);
        assertDenied(Lack.NO_SVOD_INFORMATION, "plans;all;svod;;", consent);
        assertDenied(Lack.NO_CONSENT, "plans;all;svod;;", information);
        served = false;
        assertDenied(Lack.NOT_SERVED, "plans;all;svod;;", consent, information);
    }

    @Test
    void aHarmTestIsThePersonsOwnUnlessTheTableNamesADecision() {
        assertDenied(Lack.NO_HARM_TEST, "plans;all;harm-test;;");
        assertGranted("plans;all;harm-test;;", given(Kind.HARM_TEST, PLANS_TO_ALL, TODAY, null));
        assertGranted("plans;all;harm-test;Nämnden § 14;");
    }

    @Test
    void whoRunsTheRecipientCountsWhereTheGroundSaysSo() {
        assertDenied(Lack.NOT_SAME_MUNICIPALITY, "plans;all;same-municipality;;");
        assertDenied(Lack.NOT_PRIVATE_PROVIDER, "plans;all;private-provider;;");
        operatedBy = OperatedBy.MUNICIPALITY;
        assertGranted("plans;all;same-municipality;;");
        operatedBy = OperatedBy.PRIVATE_PROVIDER;
        assertGranted("plans;all;private-provider;;");
    }

    @Test
    void aBlockStopsEverythingThatItCoversWhateverTheGround() {
        Recorded block = given(Kind.BLOCK, PLANS_TO_ALL, TODAY, null);
        operatedBy = OperatedBy.MUNICIPALITY;
        assertDenied(Lack.BLOCKED, "plans;all;same-municipality;;", block);
        assertDenied(Lack.BLOCKED, "plans;all;harm-test;Nämnden § 14;", block);
        assertThat(permission(CONTACTS, "assignment", "contacts;all;same-municipality;;", block))
                .isInstanceOf(Granted.class);
        assertGranted(
                "plans;all;same-municipality;;", given(Kind.BLOCK, Scope.ALL, TODAY.minusDays(9), TODAY.minusDays(1)));
    }

    @Test
    void ofAProtectedPersonOnlyContactsAndCaseOfficerLeave() {
        isProtected = true;
        operatedBy = OperatedBy.MUNICIPALITY;
        assertDenied(Lack.PROTECTED, "plans;all;same-municipality;;");
        assertThat(permission(CONTACTS, "assignment", "contacts;all;same-municipality;;"))
                .isInstanceOf(Granted.class);
        String team = "contacts;all;same-municipality;;\nteam;all;same-municipality;;";
        assertThat(permission(TEAM, "case-officer", team)).isInstanceOf(Granted.class);
        assertThat(permission(TEAM, "physician", team)).isInstanceOf(Denied.class);
    }

    @Test
    void anyRowThatHoldsAllows() {
        assertGranted("plans;all;consent;;\nplans;all;harm-test;;", given(Kind.HARM_TEST, PLANS_TO_ALL, TODAY, null));
    }

    @Test
    void withoutARowNothingLeavesHoweverMuchIsRecorded() {
        Recorded everything =
                given(Kind.CONSENT, new Scope(List.of(), List.of(DisclosedConcept.values())), TODAY, null);
        assertThat(permission(NOTES, "risk", "plans;all;consent;;", everything)).isEqualTo(new Denied(List.of()));
    }

    private void assertGranted(String rows, Recorded... grounds) {
        assertThat(permission(PLANS, "goals", rows, grounds)).isInstanceOf(Granted.class);
    }

    private void assertDenied(Lack lack, String rows, Recorded... grounds) {
        assertThat(permission(PLANS, "goals", rows, grounds))
                .isInstanceOfSatisfying(
                        Denied.class,
                        denied -> assertThat(denied.refusals())
                                .extracting(Permission.Refusal::lack)
                                .containsExactly(lack));
    }

    private Permission permission(DisclosedConcept concept, String part, String rows, Recorded... grounds) {
        StringBuilder table = new StringBuilder("recipient;concept;part;ground;decision;days\n");
        rows.lines().forEach(row -> table.append("primary-care;").append(row).append('\n'));
        DisclosureTableFile.Read read =
                DisclosureTableFile.parse("test", table.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(read.mistakes()).isEmpty();
        Circumstances given =
                new Circumstances("primary-care", operatedBy, Stream.of(grounds).toList(), served, isProtected, TODAY);
        return new Permissions(read.table(), given).of(concept, part);
    }

    private static Recorded given(Kind kind, Scope scope, LocalDate from, LocalDate until) {
        return new Recorded(
                new SourceReference("supplements", "rows", kind + "/" + from),
                new RecordedGround(
                        kind, scope, new Period(Optional.ofNullable(from), Optional.ofNullable(until)), "Samordnare"));
    }
}
