package se.omsorgsbron.primarycare.fhir.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Item.Mode;
import se.omsorgsbron.primarycare.fhir.Records;

class StaffAndUnitItemsTest {

    @Test
    void aMemberOfStaffIsAPractitionerWithARoleThatNeedsTheUnit() {
        List<Item> items = StaffItems.of(Records.staff(true), Set.of());
        Item unit = UnitItems.of(Records.unit(true), Set.of()).get(0);

        assertThat(items.stream().map(Item::concept)).containsOnly(Concept.STAFF);
        assertThat(items.get(0).key()).startsWith("Practitioner/");
        assertThat(items.get(1).needs()).containsExactlyInAnyOrder(items.get(0).key(), unit.key());
    }

    @Test
    void aMemberOfStaffWhoIsGoneIsEndedWhereDelivered() {
        Set<String> delivered = StaffItems.of(Records.staff(true), Set.of()).stream()
                .map(Item::key)
                .collect(Collectors.toSet());

        assertThat(StaffItems.of(Records.staff(false), delivered)).hasSize(2).allSatisfy(item -> {
            assertThat(item.mode()).isEqualTo(Mode.END);
            assertThat(item.content()).contains("\"active\":false");
        });
        assertThat(StaffItems.of(Records.staff(false), Set.of())).isEmpty();
    }

    @Test
    void aUnitIsAnOrganizationThatNeedsNothing() {
        Item unit = UnitItems.of(Records.unit(true), Set.of()).get(0);

        assertThat(unit.concept()).isEqualTo(Concept.UNITS);
        assertThat(unit.mode()).isEqualTo(Mode.KEEP);
        assertThat(unit.needs()).isEmpty();
    }

    @Test
    void aUnitThatIsGoneIsEndedWhereDelivered() {
        Set<String> delivered =
                Set.of(UnitItems.of(Records.unit(true), Set.of()).get(0).key());

        assertThat(UnitItems.of(Records.unit(false), delivered).get(0).mode()).isEqualTo(Mode.END);
        assertThat(UnitItems.of(Records.unit(false), Set.of())).isEmpty();
    }
}
