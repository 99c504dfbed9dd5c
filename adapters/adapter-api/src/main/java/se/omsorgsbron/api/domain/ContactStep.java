package se.omsorgsbron.api.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One step on the way to a permanent contact: the person was offered one, declined, was exempted, was asked, was informed.
 *
 * @param step which step
 * @param date when it was taken
 * @param until last day on which it counts, where it is limited
 * @param exemption why no contact is needed, with {@link Step#EXEMPTED}
 * @param note the person's answer or the reason, in words
 */
public record ContactStep(
        Step step, LocalDate date, Optional<LocalDate> until, Optional<Exemption> exemption, Optional<FreeText> note)
        implements FactContent {

    /** The steps; D01, D04, D05 and D06 of the duties. */
    public enum Step {
        /** erbjuden. */
        OFFERED,
        /** tackat nej. */
        DECLINED,
        /** uppenbart obehövligt. */
        EXEMPTED,
        /** tillfrågad om lämplig person. */
        ASKED,
        /** muntligt informerad. */
        INFORMED_ORALLY,
        /** skriftligt informerad. */
        INFORMED_IN_WRITING,
        /** informerad om rätten att byta. */
        INFORMED_OF_RIGHT_TO_CHANGE
    }

    /** Why a contact is manifestly unnecessary. */
    public enum Exemption {
        /** endast trygghetslarm. */
        ONLY_SAFETY_ALARM,
        /** endast serviceinsatser. */
        ONLY_SERVICE,
        OTHER
    }
}
