package se.omsorgsbron.fhir.mapping;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** A code in its system. */
public record Code(String system, String code) {

    Coding coding() {
        return new Coding().setSystem(system).setCode(code);
    }

    CodeableConcept concept() {
        return new CodeableConcept(coding());
    }
}
