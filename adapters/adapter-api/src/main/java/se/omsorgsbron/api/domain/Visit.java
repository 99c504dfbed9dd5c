package se.omsorgsbron.api.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Utfört besök, as reported.
 *
 * @param staff who visited
 * @param staffName the name of who visited in the report itself, where it has one
 * @param start when it began, or was to begin
 * @param end when it ended, empty while it goes on
 * @param done whether it took place
 * @param notDone why it did not take place, where the source says so
 * @param help with what help was given, as far as the source says
 * @param law the law; only SoL counts for continuity
 */
public record Visit(
        SubjectKey staff,
        Optional<PersonName> staffName,
        Instant start,
        Optional<Instant> end,
        boolean done,
        Optional<NotDone> notDone,
        List<LifeArea> help,
        Law law)
        implements FactContent {
    public Visit {
        // Ledgers hold visits that were kept before these were told.
        staffName = staffName == null ? Optional.empty() : staffName;
        notDone = notDone == null ? Optional.empty() : notDone;
        help = help == null ? List.of() : List.copyOf(help);
    }

    /** A visit of which the source says no more. */
    public Visit(SubjectKey staff, Instant start, Optional<Instant> end, boolean done, Law law) {
        this(staff, Optional.empty(), start, end, done, Optional.empty(), List.of(), law);
    }

    /** Why a visit did not take place. */
    public enum NotDone {
        /** den enskilde tackade nej. */
        DECLINED("declined"),
        /** den enskilde var inte hemma. */
        NOT_AT_HOME("not-at-home"),
        /** avbokat i förväg. */
        CANCELLED("cancelled"),
        /** ingen personal kunde komma. */
        NO_STAFF("no-staff"),
        /** annat skäl. */
        OTHER("other");

        private final String code;

        NotDone(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<NotDone> ofCode(String code) {
            return Arrays.stream(values()).filter(why -> why.code.equals(code)).findFirst();
        }
    }
}
