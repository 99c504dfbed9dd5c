package se.omsorgsbron.primarycare.fhir.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.primarycare.fhir.mapper.ItemLists.keys;
import static se.omsorgsbron.primarycare.fhir.mapper.ItemLists.ofType;
import static se.omsorgsbron.primarycare.fhir.mapper.ItemLists.one;
import static se.omsorgsbron.primarycare.fhir.mapper.ItemLists.types;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Item.Mode;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.primarycare.fhir.Records;

class PersonItemsEndTest {
    private final Records records = new Records();

    @Test
    void aRelativeWhoArrivedBeforeTheTeamIsEmptiedWhenThereIsNoTeamAnyMore() {
        records.team = List.of(Records.relative("7"));
        Item given = one(PersonItems.of(records.person(), Set.of(), Map.of()), "RelatedPerson");
        records.contacts = List.of();
        records.vacancies = List.of();
        records.team = List.of();

        List<Item> items = PersonItems.of(records.person(), Set.of(given.key()), Map.of());

        assertThat(keys(ofType(items, "RelatedPerson"))).containsExactly(given.key());
        assertThat(one(items, "RelatedPerson").mode()).isEqualTo(Mode.END);
        assertThat(one(items, "RelatedPerson").content()).doesNotContain("Dotter");
        assertThat(ofType(items, "CareTeam")).isEmpty();
    }

    @Test
    void aWithdrawnNoteIsEndedWithoutItsTextWhereItWasDelivered() {
        records.notes = List.of(Records.note("1", NoteKind.DAILY, true, false));
        Set<String> delivered = keys(items(Set.of()));
        records.notes = List.of(Records.note("1", NoteKind.DAILY, true, true));

        Item note = one(items(delivered), "Communication");

        assertThat(note.mode()).isEqualTo(Mode.END);
        assertThat(note.content()).contains("entered-in-error").doesNotContain("Promenad");
        assertThat(types(keys(items(Set.of())))).doesNotContain("Communication");
    }

    @Test
    void aFormerPlanIsEndedWhereItWasDeliveredAndTheNewOneReplacesIt() {
        records.plans = List.of(Records.plan("1", State.IN_FORCE, ""));
        Set<String> delivered = keys(items(Set.of()));
        String former = one(items(Set.of()), "CarePlan").key();
        records.plans = List.of(Records.plan("1", State.REPLACED, ""), Records.plan("2", State.IN_FORCE, "1"));

        List<Item> plans = ofType(items(delivered), "CarePlan");

        assertThat(plans.stream().map(Item::mode)).containsExactly(Mode.END, Mode.KEEP);
        assertThat(plans.get(0).content()).contains("revoked");
        assertThat(plans.get(1).needs()).contains(former);
    }

    @Test
    void aPersonWhoHasLeftHasAnInactiveTeamAndNoRelativesAndNothingNew() {
        records.team = List.of(Records.relative("7"));
        records.notes = List.of(Records.note("1", NoteKind.DAILY, true, false));
        Set<String> delivered = keys(items(Set.of()));
        records.served = false;
        records.vacancies = List.of();
        records.notes =
                List.of(Records.note("1", NoteKind.DAILY, true, false), Records.note("2", NoteKind.DAILY, true, false));

        List<Item> items = items(delivered);

        assertThat(one(items, "CareTeam").mode()).isEqualTo(Mode.END);
        assertThat(one(items, "CareTeam").content()).contains("inactive");
        assertThat(one(items, "RelatedPerson").mode()).isEqualTo(Mode.END);
        assertThat(one(items, "RelatedPerson").content()).doesNotContain("Påhittsson", "070-174");
        assertThat(ofType(items, "Communication")).hasSize(1);
    }

    @Test
    void nothingIsToldOfAPersonWhoLeftBeforeAnythingWasDelivered() {
        records.served = false;
        records.vacancies = List.of();
        records.notes = List.of(Records.note("1", NoteKind.DAILY, true, false));

        assertThat(items(Set.of())).isEmpty();
    }

    @Test
    void aRelativeWhoIsNoLongerInTheTeamIsEmptied() {
        records.team = List.of(Records.relative("7"));
        Set<String> delivered = keys(items(Set.of()));
        records.team = List.of();

        Item relative = one(items(delivered), "RelatedPerson");

        assertThat(relative.mode()).isEqualTo(Mode.END);
        assertThat(relative.content()).contains("\"active\":false").doesNotContain("Påhittsson", "070-174", "Dotter");
    }

    @Test
    void whatWasDeliveredBeforeAPersonWasProtectedIsEmptied() {
        full();
        Set<String> delivered = keys(items(Set.of()));
        records.protection = ProtectedIdentity.PROTECTED_REGISTRATION;

        List<Item> items = items(delivered);

        assertThat(keys(items)).isEqualTo(delivered);
        assertThat(items.stream().filter(item -> item.mode() == Mode.END).map(Item::key))
                .satisfies(ended -> assertThat(types(new HashSet<>(ended)))
                        .containsExactlyInAnyOrder("RelatedPerson", "CarePlan", "Communication"));
        assertThat(items)
                .allSatisfy(item -> assertThat(item.content())
                        .doesNotContain(
                                "Påhittsson", "08-465", "070-174", "Organization/", "Promenad", "trygg", "Dusch"));
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
