package se.omsorgsbron.primarycare.fhir.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;

/** What is known so far of one delivery. */
final class Progress {
    private static final String PATIENT = "Patient/";

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, String> locations;
    /** What the recipient does not hold and will not get in this delivery, and why. */
    private final Map<String, Reason> missing = new HashMap<>();

    Progress(Map<String, String> locations) {
        this.locations = new HashMap<>(locations);
    }

    /** Where the recipient keeps what it named itself, by key. */
    Map<String, String> locations() {
        return locations;
    }

    void stored(Draft draft, String version) {
        outcomes.put(draft.key(), new Outcome.Stored(version, Optional.empty()));
    }

    void storedAt(Draft draft, String version, String location) {
        locations.put(draft.key(), location);
        outcomes.put(draft.key(), new Outcome.Stored(version, Optional.of(location)));
    }

    /** It was not stored; what the recipient held of it before is still there. */
    void refused(Draft draft, Problem problem) {
        outcomes.put(draft.key(), new Outcome.Refused(problem));
        if (draft.expectedVersion().isEmpty()) {
            missing.put(draft.key(), problem.reason());
        }
    }

    /** It was not stored because something else is there under its key. */
    void occupied(Draft draft, Problem problem) {
        outcomes.put(draft.key(), new Outcome.Refused(problem));
    }

    /** It was not stored, and the recipient holds nothing under its key. */
    void absent(Draft draft, Problem problem) {
        outcomes.put(draft.key(), new Outcome.Refused(problem));
        missing.put(draft.key(), problem.reason());
    }

    /** What the recipient named itself is not there any more. */
    void lost(String key) {
        locations.remove(key);
        missing.put(key, Reason.PATIENT_NOT_FOUND);
    }

    /** The drafts that everything they need is there for, or is among them; the others are refused. */
    List<Draft> ready(List<Draft> drafts) {
        Set<String> coming = new HashSet<>();
        List<Draft> ready = new ArrayList<>();
        for (Draft draft : drafts) {
            Optional<Problem> lacks = lacks(draft, coming);
            if (lacks.isPresent()) {
                refused(draft, lacks.get());
            } else {
                coming.add(draft.key());
                ready.add(draft);
            }
        }
        return ready;
    }

    private Optional<Problem> lacks(Draft draft, Set<String> coming) {
        for (String need : draft.needs().stream().sorted().toList()) {
            if (missing.containsKey(need)) {
                return Optional.of(Problems.needs(missing.get(need), need));
            }
            if (need.startsWith(PATIENT) && !locations.containsKey(need) && !coming.contains(need)) {
                return Optional.of(Problems.patientUnknown(need));
            }
        }
        return Optional.empty();
    }

    Receipt receipt() {
        return new Receipt(outcomes);
    }
}
