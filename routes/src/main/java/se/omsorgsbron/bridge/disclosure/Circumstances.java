package se.omsorgsbron.bridge.disclosure;

import java.time.LocalDate;
import java.util.List;

/**
 * What a disclosure depends on beside the table.
 *
 * @param recipient name in the configuration
 * @param operatedBy who runs it
 * @param grounds what is recorded of the person
 * @param served whether the person has home care under SoL now
 * @param isProtected whether the person's identity is protected, or may be
 * @param day the day in question
 */
record Circumstances(
        String recipient,
        OperatedBy operatedBy,
        List<Recorded> grounds,
        boolean served,
        boolean isProtected,
        LocalDate day) {
    Circumstances {
        grounds = List.copyOf(grounds);
    }
}
