package se.omsorgsbron.caremanagement.journal;

import java.util.List;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.caremanagement.client.Answer;

/** Why an item is not in the journal, in words that say what to do next. */
final class Problems {
    private static final int CONFLICT = 409;

    private Problems() {}

    static Outcome noParty() {
        return refused(
                Reason.UNKNOWN_PERSON,
                "identityNumber",
                "a number that the party look-up does not know",
                "a person whom the party look-up knows; then retry");
    }

    static Outcome noErrand() {
        return refused(
                Reason.UNKNOWN_PERSON,
                "stakeholders",
                "no errand of home care that is open and has the person as its only stakeholder in that role",
                "open an errand of home care for the person, then retry; or let the bridge open errands (configuration)");
    }

    static Outcome noOfficer() {
        return refused(
                Reason.MISSING_FIELD,
                "assignedUserId",
                "nothing",
                "an officer to notify: assign the errand to somebody, then retry. The note stands in the journal");
    }

    /** An earlier attempt got no answer, and there is nowhere to look. */
    static Outcome cannotLook(String found) {
        return refused(Reason.UNCERTAIN, "id", found, "somebody who looks into the journal and decides");
    }

    /** Never the answer's own words: they can quote what was sent. */
    static Outcome refused(Answer.Refused answer) {
        List<String> fields = answer.fields();
        String found = "status " + answer.status() + (fields.isEmpty() ? "" : " for " + String.join(", ", fields));
        String expected = answer.status() == CONFLICT
                ? "an errand that is not locked; nothing that stands there is changed, what is wrong in it is corrected by a new entry"
                : "an entry that CareManagement takes: compare type and heading in the configuration with its own, then retry";
        return refused(Reason.REFUSED_BY_RECIPIENT, "", found, expected);
    }

    private static Outcome refused(Reason reason, String field, String found, String expected) {
        return new Outcome.Refused(new Problem(reason, field, found, expected));
    }
}
