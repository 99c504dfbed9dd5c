package se.omsorgsbron.primarycare.fhir.delivery;

import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.primarycare.fhir.client.Answer;

/** The sentences that say why an item was not stored. None carries a value of the item. */
final class Problems {
    private static final String IDENTIFIER = "Patient.identifier";

    private Problems() {}

    static Problem patientNotFound() {
        return new Problem(
                Reason.PATIENT_NOT_FOUND,
                IDENTIFIER,
                "no patient with this number",
                "a patient that primary care has registered, or create-patients: true in the configuration");
    }

    static Problem mergedPatientNotThere() {
        return new Problem(
                Reason.PATIENT_NOT_FOUND,
                IDENTIFIER,
                "a patient record that was merged into one that is not there",
                "a patient record that can be read");
    }

    static Problem patientUnknown(String key) {
        return new Problem(
                Reason.PATIENT_NOT_FOUND,
                key,
                "a patient whose place at the recipient is not known",
                "a patient that was found or created before");
    }

    static Problem ambiguousPatient() {
        return new Problem(
                Reason.AMBIGUOUS_PATIENT,
                IDENTIFIER,
                "several patient records with this number",
                "one; primary care has to merge the others into it");
    }

    static Problem changed(String key, boolean writtenByTheBridge) {
        return new Problem(
                Reason.CHANGED_AT_RECIPIENT,
                key,
                writtenByTheBridge
                        ? "a version that a bridge wrote and this one does not remember"
                        : "content that the bridge did not write",
                writtenByTheBridge
                        ? "the version that it wrote last: was its ledger restored, or does another bridge deliver here?"
                        : "what the bridge wrote last: see what was changed at the recipient, and why");
    }

    static Problem deleted(String key) {
        return new Problem(
                Reason.CHANGED_AT_RECIPIENT,
                key,
                "nothing: it was deleted at the recipient",
                "what the bridge wrote last: ask why it was deleted");
    }

    static Problem refused(String key, Answer.Refusal refusal) {
        String codes = refusal.codes().isEmpty() ? "" : ", issue " + String.join(", ", refusal.codes());
        return new Problem(
                Reason.REFUSED_BY_RECIPIENT,
                refusal.expressions().isEmpty() ? key : String.join(", ", refusal.expressions()),
                "status " + refusal.status() + codes,
                "something that the recipient takes; its own log says more");
    }

    /** For an item that points at one which the recipient does not hold; the reason is the other's. */
    static Problem needs(Reason reason, String needed) {
        return new Problem(
                reason,
                needed,
                "an item that the recipient does not hold",
                "that item first: this one refers to it and goes with it");
    }
}
