package se.omsorgsbron.fhir.mapping;

import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.StringType;
import se.omsorgsbron.api.domain.SignedRoutine;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.fhir.Canonicals;

/** Makes the PractitionerRole of a member of staff at one unit, with the routines that they have signed. */
public final class PractitionerRoleMapper {
    private PractitionerRoleMapper() {}

    /** @param unit one of the record's units */
    public static PractitionerRole toPractitionerRole(StaffRecord record, UUID unit) {
        PractitionerRole role = new PractitionerRole();
        String id = FhirIds.practitionerRole(record.id(), unit);
        role.setId(id);
        role.setMeta(Parts.meta(Canonicals.PRACTITIONER_ROLE, record.protection()));
        role.addIdentifier(Parts.own(id));
        role.setActive(record.present() && record.staff().active());
        role.setPractitioner(Parts.reference("Practitioner", FhirIds.practitioner(record.id())));
        role.setOrganization(Parts.reference("Organization", FhirIds.organization(unit)));
        String title = record.staff().title();
        // In words only: see the profile.
        role.addCode(new CodeableConcept().setText(title.isBlank() ? "Fast omsorgskontakt" : title.strip()));
        record.signatures().stream().map(PractitionerRoleMapper::signedRoutine).forEach(role::addExtension);
        return role;
    }

    private static Extension signedRoutine(SignedRoutine signed) {
        Extension extension = new Extension(Canonicals.SIGNED_ROUTINE);
        extension.addExtension("date", new DateType(signed.date().toString()));
        if (!signed.place().isBlank()) {
            extension.addExtension("place", new StringType(signed.place()));
        }
        signed.routine()
                .filter(name -> !name.isBlank())
                .ifPresent(name -> extension.addExtension("routine", new StringType(name)));
        return extension;
    }
}
