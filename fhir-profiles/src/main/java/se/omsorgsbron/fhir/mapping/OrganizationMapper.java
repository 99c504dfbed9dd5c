package se.omsorgsbron.fhir.mapping;

import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import se.omsorgsbron.api.record.UnitRecord;
import se.omsorgsbron.fhir.Canonicals;

/** Makes the Organization of a provider's unit. */
public final class OrganizationMapper {
    private OrganizationMapper() {}

    public static Organization toOrganization(UnitRecord record) {
        Organization organization = new Organization();
        String id = FhirIds.organization(record.id());
        organization.setId(id);
        organization.setMeta(Parts.meta(Canonicals.ORGANIZATION));
        organization.addIdentifier(Parts.own(id));
        organization.setActive(record.present() && record.unit().active());
        String name = record.unit().name();
        organization.setNameElement(
                name.isBlank() ? Parts.absent(new StringType(), "unknown") : new StringType(name.strip()));
        record.unit()
                .provider()
                .filter(provider -> !provider.isBlank())
                .ifPresent(provider -> organization.setPartOf(
                        new Reference().setType("Organization").setDisplay(provider.strip())));
        return organization;
    }
}
