package se.omsorgsbron.primarycare.fhir.delivery;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.primarycare.fhir.client.Answer;

/**
 * One parcel on its way: the patient is found, what is uncertain is looked at, the rest goes as one transaction, and smaller
 * ones where the recipient does not take it whole. Used once, by one thread.
 */
public final class Delivery {
    private final Server server;
    private final Parcel parcel;
    private final Progress progress;
    private final Inspection inspection;
    private boolean patientsLookedAt;

    public Delivery(Server server, Parcel parcel) {
        this.server = server;
        this.parcel = parcel;
        this.progress = new Progress(parcel.locations());
        this.inspection = new Inspection(server, progress);
    }

    /**
     * Delivers it.
     *
     * @throws RecipientUnavailable if the recipient gave no answer that decides; some of it may have arrived then, so all of
     *     it is uncertain
     */
    public Receipt run() throws RecipientUnavailable {
        List<Draft> drafts =
                Order.sorted(parcel.writes().stream().map(Draft::of).toList());
        List<Draft> toWrite = new ArrayList<>();
        for (Draft draft : drafts) {
            // Patients come first in the order: what is read back after them is compared with where they are.
            if (draft.ensures()) {
                inspection.patient(draft).ifPresent(toWrite::add);
            } else if (draft.uncertain()) {
                inspection.own(draft).ifPresent(toWrite::add);
            } else {
                toWrite.add(draft);
            }
        }
        write(toWrite, true);
        return progress.receipt();
    }

    private void write(List<Draft> drafts, boolean firstTry) throws RecipientUnavailable {
        List<Draft> ready = progress.ready(drafts);
        if (ready.isEmpty()) {
            return;
        }
        Bundle bundle = Bundles.of(ready, server.base(), progress.locations());
        Answer answer = server.transactions().send(bundle);
        if (answer instanceof Answer.Taken taken) {
            record(ready, taken.entries());
        } else if (answer instanceof Answer.Conflict conflict) {
            settle(ready, firstTry, conflict.status());
        } else if (answer instanceof Answer.Refused refused) {
            split(ready, refused.refusal());
        }
    }

    private void record(List<Draft> drafts, List<Answer.Entry> entries) throws RecipientUnavailable {
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            Answer.Entry entry = entries.get(i);
            String version = entry.version().orElse("");
            if (!draft.ensures()) {
                progress.stored(draft, version);
            } else if (draft.replaces() && progress.locations().containsKey(draft.key())) {
                progress.storedAt(draft, version, progress.locations().get(draft.key()));
            } else if (entry.location().isPresent()) {
                progress.storedAt(draft, version, entry.location().get());
            } else if (inspection.patient(draft).isPresent()) {
                throw new RecipientUnavailable("created a patient, and then did not find it");
            }
        }
    }

    /** A conflict is a difference to look into; one that nothing explains was a passing one, and is tried once more. */
    private void settle(List<Draft> drafts, boolean firstTry, int status) throws RecipientUnavailable {
        List<Draft> left = inspection.leftOf(drafts);
        boolean explained = left.size() < drafts.size();
        if (explained || firstTry) {
            write(left, explained);
        } else {
            split(left, Answer.Refusal.of(status));
        }
    }

    /** One bad item never blocks the others: what was refused as a whole goes in parts, down to the item. */
    private void split(List<Draft> drafts, Answer.Refusal refusal) throws RecipientUnavailable {
        if (!patientsLookedAt) {
            patientsLookedAt = true;
            inspection.patientsStillThere();
        }
        List<Draft> left = progress.ready(drafts);
        if (left.size() < drafts.size()) {
            write(left, true);
            return;
        }
        if (left.size() == 1) {
            progress.refused(left.get(0), Problems.refused(left.get(0).key(), refusal));
            return;
        }
        for (List<Draft> part : Order.parts(left)) {
            write(part, true);
        }
    }
}
