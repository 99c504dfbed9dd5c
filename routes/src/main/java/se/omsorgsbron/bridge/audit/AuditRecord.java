package se.omsorgsbron.bridge.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that is audited.
 *
 * @param action what was done
 * @param municipality code, four digits
 * @param subject whose data it was, where it was a person's
 * @param actor who did it: {@code bridge}, or the name under which an operator works
 * @param recipient who was given the data, where somebody was
 * @param objects what it was about
 * @param outcome how it ended
 * @param why the reason that an operator gave; empty for the rest
 */
public record AuditRecord(
        Action action,
        String municipality,
        Optional<UUID> subject,
        String actor,
        Optional<Recipient> recipient,
        List<DataObject> objects,
        Outcome outcome,
        String why) {
    public AuditRecord {
        objects = List.copyOf(objects);
    }

    /** Something that an operator did, and that went well. */
    public static AuditRecord byOperator(
            Action action,
            String municipality,
            Optional<UUID> subject,
            String actor,
            List<DataObject> objects,
            String why) {
        return new AuditRecord(action, municipality, subject, actor, Optional.empty(), objects, Outcome.SUCCESS, why);
    }

    /** What can be done. */
    public enum Action {
        /** Data were sent to a recipient. */
        DISCLOSURE,
        /** A recipient did not take what was sent. */
        REFUSAL,
        /** Somebody read what the bridge knows of a person. */
        ACCESS,
        /** Somebody asked for a held item to be tried again. */
        RETRY,
        /** Somebody decided that a held item is not needed. */
        DISCARD,
        /** Somebody recorded a ground for disclosure, or took one back. */
        GROUND,
        /** Somebody erased what the bridge knew of a person. */
        ERASURE,
        /** Somebody removed the records of the audit that have been kept long enough. */
        CUT
    }

    /** How it ended. */
    public enum Outcome {
        SUCCESS,
        FAILURE
    }

    /**
     * Who was given data.
     *
     * @param name in the configuration
     * @param address base address of its interface
     */
    public record Recipient(String name, String address) {}

    /**
     * One thing that it was about.
     *
     * @param key such as {@code CareTeam/<uuid>}; never an identity number
     * @param ended whether it was withdrawn or ended with this
     * @param grounds what the disclosure rests on, in words; empty for staff and units, which follow what refers to them. Of a cut:
     *     the hash of the newest record that was removed
     */
    public record DataObject(String key, boolean ended, List<String> grounds) {
        public DataObject {
            grounds = List.copyOf(grounds);
        }
    }
}
