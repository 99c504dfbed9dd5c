package se.omsorgsbron.primarycare.fhir.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.fhir.mapping.ResourceContent;
import se.omsorgsbron.primarycare.fhir.Records;

class AllowedElementsTest {
    private final Records records = new Records();

    private <T extends Resource> T mapped(Class<T> type) {
        records.team = List.of(Records.relative("7"));
        records.plans = List.of(Records.plan("1", State.IN_FORCE, "0"));
        records.notes = List.of(Records.correction("2", NoteKind.RISK, true, false, "1"));
        List<Item> items = PersonItems.of(records.person(), Set.of(), java.util.Map.of());
        String json = items.stream()
                .filter(item -> item.key().startsWith(type.getSimpleName() + "/"))
                .findFirst()
                .orElseThrow()
                .content();
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, json);
    }

    private static boolean pruned(Resource resource) {
        String json = ResourceContent.canonical(resource);
        return !AllowedElements.of(resource, json).equals(json);
    }

    @Test
    void whatTheMappersFillTodayIsAllListed() {
        for (Class<? extends Resource> type :
                List.of(Patient.class, CareTeam.class, CarePlan.class, Communication.class)) {
            assertThat(pruned(mapped(type))).isFalse();
        }
    }

    @Test
    void anElementThatAMapperBeginsToFillDoesNotLeave() {
        Patient patient = mapped(Patient.class);
        patient.setBirthDateElement(new org.hl7.fhir.r4.model.DateType("1890-02-02"));
        patient.addAddress().setCity("Tumba").addLine("Dolda stigen 7");
        patient.addTelecom().setValue("08-465 004 01");
        patient.addExtension("https://example.org/door-code", new StringType("4711"));

        String content = Items.of(patient, Concept.PERSON, Item.Mode.ENSURE).content();

        assertThat(content)
                .doesNotContain("1890-02-02")
                .doesNotContain("Dolda")
                .doesNotContain("08-465")
                .doesNotContain("4711");
        assertThat(FhirContext.forR4Cached()
                        .newJsonParser()
                        .parseResource(content)
                        .isEmpty())
                .isFalse();
    }

    @Test
    void theSameHoldsDeepInsideAndForWhatIsContained() {
        CareTeam team = mapped(CareTeam.class);
        team.addNote().setText("Nyckeln ligger under mattan");
        team.getParticipantFirstRep().setOnBehalfOf(new org.hl7.fhir.r4.model.Reference("Organization/1"));
        team.getParticipantFirstRep().addExtension("https://example.org/x", new StringType("hemligt"));
        team.addContained(new Practitioner()
                .setBirthDateElement(new org.hl7.fhir.r4.model.DateType("1890-02-02"))
                .setId("#p9"));
        CarePlan plan = mapped(CarePlan.class);
        plan.getActivityFirstRep().getDetail().setLocation(new org.hl7.fhir.r4.model.Reference().setDisplay("Hemma"));

        String content = Items.of(team, Concept.CONTACTS, Item.Mode.KEEP).content();

        assertThat(content)
                .doesNotContain("mattan")
                .doesNotContain("onBehalfOf")
                .doesNotContain("example.org")
                .doesNotContain("birthDate");
        assertThat(Items.of(plan, Concept.PLANS, Item.Mode.KEEP).content()).doesNotContain("Hemma");
    }

    @Test
    void ofAResourceThatNobodyListedNothingLeavesButItsId() {
        Observation observation = new Observation();
        observation.setId("1");
        observation.setValue(new StringType("hemligt"));

        assertThat(Items.of(observation, Concept.NOTES, Item.Mode.KEEP).content())
                .isEqualTo("{\"resourceType\":\"Observation\",\"id\":\"1\"}");
    }

    @Test
    void aReasonWhyAValueIsAbsentMayStandInItsPlaceAndNowhereElse() {
        Patient patient = mapped(Patient.class);
        String absent = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
        patient.getNameFirstRep().getFamilyElement().addExtension(absent, new org.hl7.fhir.r4.model.CodeType("masked"));
        assertThat(pruned(patient)).isFalse();

        patient.getGenderElement().addExtension(absent, new org.hl7.fhir.r4.model.CodeType("masked"));
        assertThat(pruned(patient)).isTrue();
    }
}
