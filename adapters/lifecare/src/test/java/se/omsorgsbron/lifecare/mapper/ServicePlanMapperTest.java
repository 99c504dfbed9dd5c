package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.CLIENT;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.content;
import static se.omsorgsbron.lifecare.Samples.fact;
import static se.omsorgsbron.lifecare.Samples.json;
import static se.omsorgsbron.lifecare.Samples.problems;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class ServicePlanMapperTest {
    private static final String REQUIRED =
            "Id: 140001, ProviderUnitId: 100101, PersonId: '189002029800', EstablishedDate: '2026-03-11T00:00:00',"
                    + " ClientParticipation: true, FollowUpDate: '2027-01-20T00:00:00'";
    private static final String FULL = "{" + REQUIRED + """
            , EndDate: '2027-03-10T00:00:00', ClientParticipationComment: 'Dottern var med',
             Participants: [{Relation: 'Dotter', FirstName: 'Gunnel'}],
             Services: [{ServiceType: {Code: 1, Text: 'Dusch'}, StartDate: '2026-03-12T00:00:00'},
                        {ServiceType: {Code: 2, Text: 'Städning'}, EndDate: '2026-12-31T00:00:00'}],
             OtherInformation: [
               {Headline: {Id: 100601, Text: 'Hur', Type: 'OtherInformation'},
                Text: 'Alltid lugnt\\nDusch: sittande\\n\\nDusch:  på pall ', StartDate: '2026-03-11T00:00:00'},
               {Headline: {Id: 100602, Text: 'När'}, Text: 'Städning: varannan torsdag'},
               {Headline: {Id: 100603, Text: 'Av vem'}, Text: 'Fatuma'},
               {Headline: {Id: 100604, Text: 'Mål'}, Text: 'Jag vill klara mig själv.'},
               {Headline: {Id: 777, Text: 'Boende'}, Text: 'Hiss finns'}],
             OtherServices: 'Matlåda', ImportantInformation: 'Knacka', FollowUpComment: 'Hemma',
             CreatedBy: {FirstName: 'Fatuma', LastName: 'Warsame', Signature: 'FAWA'}}
            """;

    private static Mapped<List<Fact>> map(String json) {
        return ServicePlanMapper.toPlan(json(json), CONTEXT);
    }

    private static Plan plan(String more) {
        return content(map("{" + REQUIRED + more + "}"), Plan.class);
    }

    private static Optional<FreeText> text(String text) {
        return Optional.of(new FreeText(text));
    }

    @Test
    void aFullPlanBecomesAPlanWhoseActivitiesSayHowWhenAndByWhom() {
        Mapped<List<Fact>> mapped = map(FULL);

        assertThat(fact(mapped))
                .isEqualTo(new Fact(
                        new SourceReference("lifecare", "service_plans", "140001"),
                        LifecareKeys.personNumber(CLIENT),
                        new Plan(
                                PlanType.IMPLEMENTATION_PLAN,
                                Optional.of(LifecareKeys.unit("100101")),
                                Optional.of(LifecareKeys.signature("FAWA")),
                                Optional.of(new PersonName("Fatuma", "Warsame")),
                                LocalDate.of(2026, 3, 11),
                                Optional.of(LocalDate.of(2027, 3, 10)),
                                new Plan.Participation(true, text("Dottern var med")),
                                new Plan.FollowUp(LocalDate.of(2027, 1, 20), text("Hemma")),
                                List.of(new FreeText("Jag vill klara mig själv.")),
                                List.of(
                                        new PlanActivity(
                                                "Dusch",
                                                text("sittande\npå pall\nAlltid lugnt"),
                                                Optional.empty(),
                                                text("Fatuma"),
                                                Period.from(LocalDate.of(2026, 3, 12))),
                                        new PlanActivity(
                                                "Städning",
                                                text("Alltid lugnt"),
                                                text("varannan torsdag"),
                                                text("Fatuma"),
                                                Period.OPEN.endedOn(LocalDate.of(2026, 12, 31)))),
                                text("Knacka"),
                                List.of(new FreeText("Boende: Hiss finns"), new FreeText("Matlåda"))),
                        Set.of(),
                        Set.of(LifecareKeys.unit("100101"), LifecareKeys.signature("FAWA")),
                        Optional.empty()));
        assertThat(mapped.unused())
                .containsExactly(
                        "Participants[0].Relation",
                        "Participants[0].FirstName",
                        "Services[0].ServiceType.Code",
                        "Services[1].ServiceType.Code",
                        "OtherInformation[0].Headline.Type",
                        "OtherInformation[0].StartDate");
    }

    @Test
    void anEmptyPlanIsHeldForEverythingThatTheContractRequires() {
        assertThat(problems(map("{}")))
                .containsExactlyInAnyOrder(
                        "missing-field Id",
                        "missing-field ProviderUnitId",
                        "missing-field PersonId",
                        "missing-field EstablishedDate",
                        "missing-field ClientParticipation",
                        "missing-field FollowUpDate");
    }

    @Test
    void aPlanWithTheRequiredFieldsOnlyHasNoAuthorAndNoActivities() {
        Plan plan = plan("");

        assertThat(plan.author()).isEmpty();
        assertThat(plan.authorName()).isEmpty();
        assertThat(plan.activities()).isEmpty();
        assertThat(plan.end()).isEmpty();
    }

    @Test
    void anEntryUnderTheHeadlineForActionPlansMakesItOneEvenWithoutWords() {
        Plan plan = plan(", OtherInformation: [{Headline: {Id: 100605}, Text: 'Larmmatta'}]");

        assertThat(plan.type()).isEqualTo(PlanType.ACTION_PLAN);
        assertThat(plan.other()).containsExactly(new FreeText("Larmmatta"));
        assertThat(plan(", OtherInformation: [{Headline: {Id: 100605}, Text: ''}]")
                        .type())
                .isEqualTo(PlanType.ACTION_PLAN);
    }

    @Test
    void whatIsSaidOfHowIsNotLostInAPlanWithoutServices() {
        Plan plan = plan(", OtherInformation: [{Headline: {Id: 100601, Text: 'Hur'}, Text: 'Lugnt'}]");

        assertThat(plan.other()).containsExactly(new FreeText("Lugnt"));
    }

    @Test
    void theLongestServiceThatALineBeginsWithGetsIt() {
        Plan plan = plan("""
                , Services: [{ServiceType: {Text: 'Dusch'}}, {ServiceType: {Text: 'Dusch: hår'}}],
                OtherInformation: [{Headline: {Id: 100602}, Text: 'Dusch: hår: fredag\\nDusch: måndag\\ndusch: x'}]
                """);

        assertThat(plan.activities().get(0).when()).isEqualTo(text("måndag\ndusch: x"));
        assertThat(plan.activities().get(1).when()).isEqualTo(text("fredag\ndusch: x"));
    }

    @Test
    void everythingThatIsOddIsToldAtOnce() {
        String odd = "{" + REQUIRED.replace("2026-03-11T00:00:00", "den 29 maj 2026")
                + ", EndDate: '2026-02-30', Services: [{}, {ServiceType: {Code: 3}}, 7], OtherInformation: 'x'}";

        assertThat(problems(map(odd)))
                .containsExactlyInAnyOrder(
                        "not-a-date EstablishedDate",
                        "not-a-date EndDate",
                        "missing-field Services[0].ServiceType",
                        "missing-field Services[1].ServiceType.Text",
                        "not-json Services[2]",
                        "not-json OtherInformation");
    }
}
