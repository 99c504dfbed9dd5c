package se.omsorgsbron.primarycare.fhir.mapper;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.fhir.mapping.PractitionerMapper;
import se.omsorgsbron.fhir.mapping.PractitionerRoleMapper;

/** What primary care should hold of a member of staff. Pure. */
public final class StaffItems {
    private StaffItems() {}

    /**
     * The Practitioner and a PractitionerRole per unit; once the member of staff is gone from the case system, only those that
     * were delivered before.
     */
    public static List<Item> of(StaffRecord record, Set<String> delivered) {
        Item.Mode mode = record.present() ? Item.Mode.KEEP : Item.Mode.END;
        return Stream.concat(
                        Stream.<Resource>of(PractitionerMapper.toPractitioner(record)),
                        record.units().stream().map(unit -> PractitionerRoleMapper.toPractitionerRole(record, unit)))
                .filter(resource -> record.present() || delivered.contains(Items.key(resource)))
                .map(resource -> Items.of(resource, Concept.STAFF, mode))
                .toList();
    }
}
