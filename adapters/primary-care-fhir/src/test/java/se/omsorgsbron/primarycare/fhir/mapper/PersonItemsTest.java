package se.omsorgsbron.primarycare.fhir.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.primarycare.fhir.mapper.ItemLists.keys;
import static se.omsorgsbron.primarycare.fhir.mapper.ItemLists.ofType;
import static se.omsorgsbron.primarycare.fhir.mapper.ItemLists.one;
import static se.omsorgsbron.primarycare.fhir.mapper.ItemLists.types;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Item.Mode;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.primarycare.fhir.Records;

class PersonItemsTest {
    private final Records records = new Records();

    @Test
    void aPersonIsEnsuredAndEverythingElseRefersToThePlaceholder() {
        records.team = List.of(Records.relative("7"));
        records.plans = List.of(Records.plan("1", State.IN_FORCE, ""));
        records.notes = List.of(Records.note("1", NoteKind.DAILY, true, false));

        List<Item> items = items(Set.of());

        Item patient = items.get(0);
        assertThat(patient.mode()).isEqualTo(Mode.ENSURE);
        assertThat(patient.concept()).isEqualTo(Concept.PERSON);
        assertThat(items.stream().skip(1)).hasSize(4).allSatisfy(item -> {
            assertThat(item.mode()).isEqualTo(Mode.KEEP);
            assertThat(item.needs()).contains(patient.key());
        });
    }

    @Test
    void theTeamNeedsItsStaffUnitAndRelatives() {
        records.team = List.of(Records.relative("7"));

        List<Item> items = items(Set.of());

        assertThat(types(one(items, "CareTeam").needs()))
                .containsExactlyInAnyOrder("Patient", "PractitionerRole", "Organization", "RelatedPerson");
        assertThat(one(items, "CareTeam").needs())
                .contains(one(items, "RelatedPerson").key());
        assertThat(items.indexOf(one(items, "RelatedPerson"))).isLessThan(items.indexOf(one(items, "CareTeam")));
    }

    @Test
    void aRiskIsARiskAndEveryOtherNoteIsANote() {
        records.notes = List.of(
                Records.note("1", NoteKind.DEVIATION, true, false), Records.note("2", NoteKind.RISK, true, false));

        assertThat(items(Set.of()).stream().map(Item::concept))
                .containsExactly(Concept.PERSON, Concept.RISK, Concept.CONTACTS, Concept.NOTES);
    }

    @Test
    void anUnsignedNoteNeverLeavesNotEvenWhereItHadBeenDelivered() {
        records.notes = List.of(Records.note("1", NoteKind.DAILY, true, false));
        Set<String> delivered = keys(items(Set.of()));
        records.notes = List.of(Records.note("1", NoteKind.DAILY, false, false));

        assertThat(types(keys(items(Set.of())))).doesNotContain("Communication");
        assertThat(types(keys(items(delivered)))).doesNotContain("Communication");
    }

    @Test
    void aFormerPlanThatWasNeverDeliveredIsNamedAndNotReferredTo() {
        records.plans = List.of(Records.plan("1", State.REPLACED, ""), Records.plan("2", State.IN_FORCE, "1"));

        Item plan = one(items(Set.of()), "CarePlan");

        assertThat(plan.content()).contains("service_plans/1");
        assertThat(types(plan.needs())).doesNotContain("CarePlan");
    }

    @Test
    void aCorrectionRefersToTheNoteThatItCorrects() {
        records.notes = List.of(
                Records.note("1", NoteKind.DAILY, true, false),
                Records.correction("2", NoteKind.DAILY, true, false, "1"));

        List<Item> notes = ofType(items(Set.of()), "Communication");

        assertThat(notes.get(1).needs()).contains(notes.get(0).key());
    }

    @Test
    void aPersonWithoutHomeCareHasNoTeam() {
        records.contacts = List.of();
        records.vacancies = List.of();

        assertThat(items(Set.of())).isEmpty();
    }

    @Test
    void ofAProtectedPersonNothingIsToldButTheTeam() {
        full();
        records.protection = ProtectedIdentity.UNKNOWN;

        List<Item> items = items(Set.of());

        assertThat(types(keys(items))).containsExactlyInAnyOrder("Patient", "CareTeam");
        assertThat(items)
                .allSatisfy(item -> assertThat(item.content())
                        .doesNotContain("Påhittsson", "08-465", "070-174", "Organization/", "Promenad"));
    }

    @Test
    void theSameRecordGivesTheSameItems() {
        full();

        assertThat(items(Set.of())).isEqualTo(items(Set.of()));
    }

    private void full() {
        records.team = List.of(Records.relative("7"));
        records.plans = List.of(Records.plan("1", State.IN_FORCE, ""));
        records.notes = List.of(Records.note("1", NoteKind.DAILY, true, false));
    }

    private List<Item> items(Set<String> delivered) {
        return PersonItems.of(records.person(), delivered, Map.of());
    }
}
