package se.omsorgsbron.primarycare.fhir.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.primarycare.fhir.client.PatientFinder.Found;

/** Looks at what the recipient holds before something is written, or after it was not taken. */
final class Inspection {
    private final Server server;
    private final Progress progress;

    Inspection(Server server, Progress progress) {
        this.server = server;
        this.progress = progress;
    }

    /** What is left to write: without what is there already, and without what may not be written over. */
    List<Draft> leftOf(List<Draft> drafts) throws RecipientUnavailable {
        List<Draft> left = new ArrayList<>();
        for (Draft draft : drafts) {
            (draft.ensures() ? patient(draft) : own(draft)).ifPresent(left::add);
        }
        return left;
    }

    /** The draft if the patient is to be created, or replaced; empty once it was found, or will not be. */
    Optional<Draft> patient(Draft draft) throws RecipientUnavailable {
        String known = progress.locations().get(draft.key());
        if (draft.replaces() && known != null) {
            Optional<Found.One> there = server.patients().at(known);
            if (there.isPresent()) {
                return replaced(draft, there.get());
            }
            progress.locations().remove(draft.key());
        }
        return sought(draft);
    }

    private Optional<Draft> sought(Draft draft) throws RecipientUnavailable {
        Identifier number = Form.identityNumber(draft.resource());
        Found found = server.patients().find(number);
        if (found instanceof Found.None) {
            return unknownPatient(draft);
        }
        if (found instanceof Found.One one) {
            return draft.replaces() ? replaced(draft, one) : found(draft, one);
        } else {
            boolean several = found instanceof Found.Several;
            progress.absent(draft, several ? Problems.ambiguousPatient() : Problems.mergedPatientNotThere());
        }
        return Optional.empty();
    }

    private Optional<Draft> found(Draft draft, Found.One one) {
        progress.storedAt(draft, one.version(), one.location());
        return Optional.empty();
    }

    /** The draft, over the patient that the bridge created and nobody has changed since. */
    private Optional<Draft> replaced(Draft draft, Found.One one) throws RecipientUnavailable {
        Optional<Resource> held = server.stock().read(one.location());
        progress.storedAt(draft, one.version(), one.location());
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Resource theirs = held.get().copy();
        theirs.setId(draft.resource().getIdElement());
        boolean same = Form.isSame(theirs, draft.resource(), Map.of());
        // Privacy: only what the bridge told itself is taken back; a patient that primary care has made its own is not
        // ours to write.
        return !same && Form.isOurs(theirs, Map.of())
                ? Optional.of(draft.over(Form.version(held.get())))
                : Optional.empty();
    }

    /** After a refusal: a patient who was deleted at the recipient explains why nothing that refers to them is taken. */
    void patientsStillThere() throws RecipientUnavailable {
        for (Map.Entry<String, String> known : List.copyOf(progress.locations().entrySet())) {
            if (server.patients().at(known.getValue()).isEmpty()) {
                progress.lost(known.getKey());
            }
        }
    }

    private Optional<Draft> unknownPatient(Draft draft) throws RecipientUnavailable {
        String known = progress.locations().get(draft.key());
        if (known != null) {
            // The person's number changed, and primary care's record of them has the old one: no reason for a second
            // record.
            Optional<Found.One> there = server.patients().at(known);
            if (there.isPresent()) {
                progress.storedAt(draft, there.get().version(), there.get().location());
                return Optional.empty();
            }
        }
        if (server.createPatients()) {
            return Optional.of(draft);
        }
        progress.absent(draft, Problems.patientNotFound());
        return Optional.empty();
    }

    /** The draft, if it is to be written, over the version that it may be written over. */
    Optional<Draft> own(Draft draft) throws RecipientUnavailable {
        Optional<Resource> held = server.stock().read(draft.key());
        if (held.isEmpty()) {
            return notThere(draft);
        }
        String version = Form.version(held.get());
        if (Form.isSame(held.get(), draft.resource(), progress.locations())) {
            progress.stored(draft, version);
            return Optional.empty();
        }
        if (draft.expectedVersion().filter(version::equals).isPresent()) {
            return Optional.of(draft);
        }
        boolean ours = Form.isOurs(held.get(), progress.locations());
        if (ours && (draft.uncertain() || draft.expectedVersion().isEmpty())) {
            // Our own earlier attempt, whose answer was lost.
            return Optional.of(draft.over(version));
        }
        // Not even if it is ours: a worker that was paused must not write over what its successor wrote.
        progress.occupied(draft, Problems.changed(draft.key(), ours));
        return Optional.empty();
    }

    private Optional<Draft> notThere(Draft draft) {
        if (draft.expectedVersion().isEmpty()) {
            return Optional.of(draft);
        }
        progress.absent(draft, Problems.deleted(draft.key()));
        return Optional.empty();
    }
}
