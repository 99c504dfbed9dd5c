package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.fhir.mapping.Valid.json;
import static se.omsorgsbron.fhir.mapping.Valid.valid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.fhir.Canonicals;

@DisplayName("A CarePlan")
class CarePlanMapperTest {
    private static final PersonRecord FULL = Town.full(ProtectedIdentity.NONE);

    @Test
    @DisplayName("says how, when and by whom, whether the person took part, and when it is followed up")
    void full() {
        CarePlan plan = valid(map(FULL, Town.plan(State.IN_FORCE)));

        assertThat(plan.getMeta().getProfile().get(0).getValue()).isEqualTo(Canonicals.IMPLEMENTATION_PLAN);
        assertThat(plan.getIdentifierFirstRep().getSystem()).isEqualTo("https://fhir.omsorgsbron.se/sid/0127/lifecare");
        assertThat(plan.getIdentifierFirstRep().getValue()).isEqualTo("service_plans/1207");
        assertThat(plan.getStatus()).isEqualTo(CarePlanStatus.ACTIVE);
        assertThat(plan.getCreatedElement().getValueAsString()).isEqualTo("2026-01-12");
        assertThat(plan.getPeriod().getEndElement().getValueAsString()).isEqualTo("2026-12-31");
        CarePlanActivityDetailComponent shower = plan.getActivityFirstRep().getDetail();
        assertThat(shower.getCode().getText()).isEqualTo("Dusch");
        assertThat(shower.getDescription()).isEqualTo("Stöd");
        assertThat(shower.getScheduledStringType().getValue()).isEqualTo("på morgonen");
        assertThat(shower.getPerformerFirstRep().getDisplay()).isEqualTo("Eva");
        assertThat(plan.getExtensionByUrl(Canonicals.PARTICIPATION)
                        .getExtensionByUrl("participated")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("false");
        assertThat(plan.getExtensionByUrl(Canonicals.NEXT_FOLLOW_UP)
                        .getExtensionByUrl("date")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("2026-07-12");
        assertThat(plan.getContained()).hasSize(2);
        assertThat(plan.getNoteFirstRep().getText()).isEqualTo("Nyckel hos grannen.");
        assertThat(plan.getDescription()).isEqualTo("Blir andfådd.");
    }

    @Test
    @DisplayName("gives a reason where the source says neither how, when, by whom nor who wrote it")
    void empty() {
        Plan bare = new Plan(
                PlanType.ACTION_PLAN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Town.JANUARY,
                Optional.empty(),
                new Plan.Participation(true, Optional.empty()),
                new Plan.FollowUp(Town.MARCH, Optional.empty()),
                List.of(),
                List.of(new PlanActivity(" ", Optional.empty(), Town.text(" "), Optional.empty(), Period.OPEN)),
                Optional.empty(),
                List.of());
        PlanEntry entry = new PlanEntry(
                Town.lifecare("service_plans", "1"),
                bare,
                Optional.empty(),
                Optional.empty(),
                State.IN_FORCE,
                Optional.empty());

        CarePlan plan = valid(map(FULL, entry));

        assertThat(plan.getMeta().getProfile().get(0).getValue()).isEqualTo(Canonicals.ACTION_PLAN);
        assertThat(plan.getAuthor().hasExtension(Canonicals.DATA_ABSENT_REASON)).isTrue();
        assertThat(plan.getActivityFirstRep()
                        .getDetail()
                        .getScheduledStringType()
                        .hasExtension(Canonicals.DATA_ABSENT_REASON))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is valid in every state and of every type, and keeps no text when it was withdrawn")
    void states(State state) {
        CarePlan plan = valid(map(FULL, Town.plan(state)));

        assertThat(plan.getStatus()).isEqualTo(Codes.PLAN_STATUS.toWire(state).orElseThrow());
        assertThat(plan.hasActivity()).isEqualTo(state != State.WITHDRAWN);
    }

    @Test
    @DisplayName("refers to the plan that it replaces if the recipient holds that, and otherwise names it")
    void replaces() {
        MappingContext nothingHeld = new MappingContext(Map.of("0127/lifecare", "urn:example:lifecare"), key -> false);

        CarePlan known = valid(map(FULL, Town.plan(State.IN_FORCE)));
        CarePlan unknown = valid(CarePlanMapper.toCarePlan(FULL, Town.plan(State.IN_FORCE), nothingHeld));

        assertThat(known.getReplacesFirstRep().getReference())
                .isEqualTo("CarePlan/" + FhirIds.carePlan(Town.ALBERTINA, Town.lifecare("service_plans", "1100")));
        assertThat(unknown.getReplacesFirstRep().hasReference()).isFalse();
        assertThat(unknown.getReplacesFirstRep().getIdentifier().getValue()).isEqualTo("service_plans/1100");
        assertThat(unknown.getIdentifierFirstRep().getSystem()).isEqualTo("urn:example:lifecare");
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("of a protected person is withdrawn, without text and unit")
    void ofProtectedPerson(ProtectedIdentity protection) {
        CarePlan plan = valid(map(Town.full(protection), Town.plan(State.IN_FORCE)));

        assertThat(plan.getStatus()).isEqualTo(CarePlanStatus.ENTEREDINERROR);
        assertThat(json(plan)).doesNotContain("Dusch", "Nyckel", "andfådd", "Albertina", "Organization");
    }

    private static CarePlan map(PersonRecord record, PlanEntry entry) {
        return CarePlanMapper.toCarePlan(record, entry, MappingContext.defaults());
    }
}
