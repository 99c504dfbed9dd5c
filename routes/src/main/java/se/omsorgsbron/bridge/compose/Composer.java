package se.omsorgsbron.bridge.compose;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/** Composes the record of a subject, whichever kind it is. */
public final class Composer {
    private Composer() {}

    /**
     * The subject's record on {@code today}, or empty where there is nothing to tell of it: a person, a member of staff or a
     * unit whose own record the source never gave, or staff and units that concern nobody.
     *
     * @param zone of the municipality: in it, moments become days
     */
    public static Optional<SubjectRecord> compose(SubjectFacts facts, LocalDate today, ZoneId zone) {
        return switch (facts.kind()) {
            case PERSON -> PersonComposer.compose(facts, today, zone).map(SubjectRecord.class::cast);
            case STAFF -> StaffComposer.compose(facts).map(SubjectRecord.class::cast);
            case UNIT -> UnitComposer.compose(facts).map(SubjectRecord.class::cast);
        };
    }
}
