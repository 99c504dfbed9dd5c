package se.omsorgsbron.fhir.mapping;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Practitioner.PractitionerQualificationComponent;
import se.omsorgsbron.api.domain.ProofOfTitle;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.fhir.Canonicals;

/** Makes the Practitioner of a member of staff, with the proofs of title. */
public final class PractitionerMapper {
    private PractitionerMapper() {}

    public static Practitioner toPractitioner(StaffRecord record) {
        Practitioner practitioner = new Practitioner();
        String id = FhirIds.practitioner(record.id());
        practitioner.setId(id);
        practitioner.setMeta(Parts.meta(Canonicals.PRACTITIONER, record.protection()));
        practitioner.addIdentifier(Parts.own(id));
        practitioner.setActive(record.present() && record.staff().active());
        if (record.protection().isProtected()) {
            // Privacy: the HSA-id leads to name and workplace in the national catalogue, and a telephone to its owner.
            practitioner.addName(Parts.protectedName());
        } else {
            record.staff().hsaId().map(PractitionerMapper::identifier).ifPresent(practitioner::addIdentifier);
            Parts.name(record.staff().name()).ifPresent(practitioner::addName);
            Telecoms.work(record.staff().telecoms()).forEach(practitioner::addTelecom);
        }
        record.proofs().stream().map(PractitionerMapper::qualification).forEach(practitioner::addQualification);
        return practitioner;
    }

    private static Identifier identifier(HsaId hsaId) {
        return new Identifier()
                .setType(new CodeableConcept(new Coding()
                        .setSystem("http://terminology.hl7.org/CodeSystem/v2-0203")
                        .setCode("PRN")))
                .setSystem(Canonicals.HSA_ID)
                .setValue(hsaId.value());
    }

    private static PractitionerQualificationComponent qualification(ProofOfTitle proof) {
        return new PractitionerQualificationComponent()
                .setCode(Codes.PROOF.toWire(proof.kind()).orElseThrow().concept())
                .setPeriod(Parts.period(proof.validity()));
    }
}
