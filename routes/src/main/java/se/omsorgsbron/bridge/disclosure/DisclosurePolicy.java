package se.omsorgsbron.bridge.disclosure;

import java.time.LocalDate;
import java.util.List;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.record.PersonRecord;

/**
 * What one municipality discloses to one recipient.
 *
 * @param table the municipality's decision table
 * @param recipient name in the configuration
 * @param operatedBy who runs it
 * @param caseSystem whether it is the journal of a case system: the municipality's own, which has notes of protected people too
 */
public record DisclosurePolicy(DisclosureTable table, String recipient, OperatedBy operatedBy, boolean caseSystem) {

    /** For a recipient that is not the case system. */
    public DisclosurePolicy(DisclosureTable table, String recipient, OperatedBy operatedBy) {
        this(table, recipient, operatedBy, false);
    }

    /** The table's answers for a person on {@code day}, given what is recorded. */
    public Permissions of(PersonRecord record, List<Recorded> grounds, LocalDate day) {
        boolean homeCare = record.executions().stream().anyMatch(execution -> execution.law() == Law.SOL)
                || record.contacts().stream().anyMatch(PersonRecord.Contact::active);
        return new Permissions(
                table,
                new Circumstances(
                        recipient,
                        operatedBy,
                        grounds,
                        record.served() && homeCare,
                        // Privacy: the case system knows the person whom it protects; from it nothing of its own is
                        // hidden.
                        record.person().protection().isProtected() && !caseSystem,
                        day));
    }

    /** Whether a row is about that part at all: for staff, who are the same for every person. */
    boolean names(DisclosedConcept concept, String part) {
        return !table.rows(recipient, concept, part).isEmpty();
    }
}
