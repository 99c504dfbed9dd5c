package se.omsorgsbron.primarycare.fhir.mapper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.fhir.mapping.FhirIds;

/**
 * What becomes of items with a label that matters (protected identity, not for the person's eyes) where the recipient cannot carry
 * labels. What it was given before is withdrawn; what it was not is held. Pure.
 */
public final class Labels {
    private Labels() {}

    /** The record as such a recipient may have it: what it was given and may no longer have is over. */
    public static PersonRecord withdrawn(PersonRecord record, Set<String> delivered) {
        boolean hidden = record.person().protection().isProtected()
                && delivered.contains("CareTeam/" + FhirIds.careTeam(record.id()));
        return new PersonRecord(
                record.id(),
                record.municipality(),
                record.person(),
                record.served(),
                record.unit(),
                // Privacy: without its label, even a team says that a protected person is helped here.
                hidden ? List.of() : record.contacts(),
                hidden ? List.of() : record.vacancies(),
                record.steps(),
                hidden ? List.of() : record.team(),
                record.plans().stream()
                        .map(plan -> over(record, plan, delivered) ? withdrawn(plan) : plan)
                        .toList(),
                record.notes().stream()
                        .map(note -> over(record, note, delivered) ? withdrawn(note) : note)
                        .toList(),
                record.executions());
    }

    private static boolean over(PersonRecord record, PlanEntry plan, Set<String> delivered) {
        return plan.notForPatient() && delivered.contains("CarePlan/" + FhirIds.carePlan(record.id(), plan.source()));
    }

    private static boolean over(PersonRecord record, NoteEntry note, Set<String> delivered) {
        return note.notForPatient()
                && delivered.contains("Communication/" + FhirIds.communication(record.id(), note.source()));
    }

    private static PlanEntry withdrawn(PlanEntry plan) {
        return new PlanEntry(
                plan.source(),
                plan.plan(),
                plan.author(),
                Optional.empty(),
                PlanEntry.State.WITHDRAWN,
                Optional.empty(),
                true);
    }

    private static NoteEntry withdrawn(NoteEntry note) {
        return new NoteEntry(note.source(), note.note(), note.author(), true, true);
    }

    /** Why such a recipient does not get an item: it says something new about somebody, and has a label. */
    public static List<Problem> problems(Item item) {
        boolean says = item.mode() == Item.Mode.KEEP || item.mode() == Item.Mode.ENSURE;
        if (!says || item.concept().shared()) {
            // Withdrawals have nothing left to hide; of protected staff, nothing leaves that a label would guard.
            return List.of();
        }
        Resource resource = AllowedElements.parse(item.content());
        return Stream.of(resource)
                .filter(labelled -> labelled.getMeta().hasSecurity())
                .map(labelled -> new Problem(
                        Reason.LABEL_NOT_CARRIED,
                        "meta.security",
                        "the label " + labelled.getMeta().getSecurityFirstRep().getCode(),
                        "a recipient that keeps labels and acts on them (labels: true)"))
                .toList();
    }
}
