package se.omsorgsbron.primarycare.fhir.mapper;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Organization;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.UnitRecord;
import se.omsorgsbron.fhir.mapping.OrganizationMapper;

/** What primary care should hold of a provider's unit. Pure. */
public final class UnitItems {
    private UnitItems() {}

    /** The Organization; once the unit is gone from the case system, only where it was delivered before. */
    public static List<Item> of(UnitRecord record, Set<String> delivered) {
        Organization organization = OrganizationMapper.toOrganization(record);
        if (record.present()) {
            return List.of(Items.of(organization, Concept.UNITS, Item.Mode.KEEP));
        }
        return delivered.contains(Items.key(organization))
                ? List.of(Items.of(organization, Concept.UNITS, Item.Mode.END))
                : List.of();
    }
}
