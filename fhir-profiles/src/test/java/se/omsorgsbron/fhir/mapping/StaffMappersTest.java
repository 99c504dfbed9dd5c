package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.fhir.mapping.Valid.json;
import static se.omsorgsbron.fhir.mapping.Valid.valid;

import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.fhir.Canonicals;

@DisplayName("A member of staff")
class StaffMappersTest {

    @Test
    @DisplayName("is a Practitioner with HSA-id, work telephone and proofs of title")
    void fullPractitioner() {
        Practitioner practitioner = valid(PractitionerMapper.toPractitioner(Staff.EVA));

        assertThat(practitioner.getIdentifier())
                .extracting(Identifier::getValue)
                .containsExactly("urn:uuid:" + FhirIds.practitioner(Town.EVA), "SE165565594230-1003");
        assertThat(practitioner.getActive()).isTrue();
        assertThat(practitioner.getNameFirstRep().getText()).isEqualTo("Eva Karin Öberg");
        assertThat(json(practitioner)).contains("070-174 06 05").doesNotContain("070-174 06 06");
        assertThat(practitioner.getQualification())
                .extracting(proof -> proof.getCode().getCodingFirstRep().getCode() + " "
                        + proof.getPeriod().getEndElement().getValueAsString())
                .containsExactly("protected-title null", "employed-2023-07-01 2033-06-30");
    }

    @Test
    @DisplayName("of whom nothing is known is a Practitioner all the same")
    void emptyPractitioner() {
        Practitioner practitioner = valid(PractitionerMapper.toPractitioner(Staff.NOBODY));

        assertThat(practitioner.hasName()).isFalse();
        assertThat(practitioner.getIdentifier()).hasSize(1);
    }

    @Test
    @DisplayName("who is gone from the source is no longer active")
    void oddPractitioner() {
        Practitioner practitioner = valid(PractitionerMapper.toPractitioner(Staff.GONE));

        assertThat(practitioner.getActive()).isFalse();
        assertThat(practitioner.getNameFirstRep().getFamily()).isEqualTo("Lind af Ek");
        assertThat(practitioner.hasTelecom()).isFalse();
    }

    @Test
    @DisplayName("has a PractitionerRole at a unit, with title and signed routine")
    void fullRole() {
        PractitionerRole role = valid(PractitionerRoleMapper.toPractitionerRole(Staff.EVA, Town.TUMBA));

        assertThat(role.getCodeFirstRep().getText()).isEqualTo("Undersköterska");
        assertThat(ResourceContent.references(role))
                .containsExactlyInAnyOrder(
                        "Practitioner/" + FhirIds.practitioner(Town.EVA),
                        "Organization/" + FhirIds.organization(Town.TUMBA));
        assertThat(role.getExtensionByUrl(Canonicals.SIGNED_ROUTINE).getExtensionString("place"))
                .isEqualTo("Tumba");
    }

    @Test
    @DisplayName("without a title is a permanent care contact there")
    void emptyRole() {
        PractitionerRole role = valid(PractitionerRoleMapper.toPractitionerRole(Staff.NOBODY, Town.TUMBA));

        assertThat(role.getCodeFirstRep().getText()).isEqualTo("Fast omsorgskontakt");
        assertThat(role.hasExtension(Canonicals.SIGNED_ROUTINE)).isFalse();
    }

    @Test
    @DisplayName("who is gone has a role that is over, and a routine signed at no known place")
    void oddRole() {
        PractitionerRole role = valid(PractitionerRoleMapper.toPractitionerRole(Staff.GONE, Town.TUMBA));

        assertThat(role.getActive()).isFalse();
        assertThat(role.getExtensionByUrl(Canonicals.SIGNED_ROUTINE).hasExtension("place"))
                .isFalse();
    }

    @Test
    @DisplayName("with protected identity is labelled and has neither name, HSA-id nor telephone")
    void protectedPractitioner() {
        StaffRecord eva = Staff.EVA;
        StaffRecord hidden = new StaffRecord(
                eva.id(),
                eva.municipality(),
                eva.staff(),
                ProtectedIdentity.CONFIDENTIALITY_MARKED,
                true,
                eva.units(),
                eva.proofs(),
                eva.signatures());
        Practitioner practitioner = valid(PractitionerMapper.toPractitioner(hidden));
        PractitionerRole role = valid(PractitionerRoleMapper.toPractitionerRole(hidden, Town.TUMBA));

        assertThat(practitioner.getMeta().getSecurityFirstRep().getCode()).isEqualTo("sekretessmarkering");
        assertThat(role.getMeta().getSecurityFirstRep().getCode()).isEqualTo("sekretessmarkering");
        assertThat(practitioner.getNameFirstRep().getText()).isEqualTo("Skyddad uppgift");
        assertThat(practitioner.getIdentifier()).hasSize(1);
        assertThat(practitioner.hasTelecom()).isFalse();
        assertThat(practitioner.getQualification()).hasSize(2);
    }
}
