package se.omsorgsbron.bridge.audit;

import java.io.IOException;

/** A system outside the bridge that keeps the audit too. */
@FunctionalInterface
public interface AuditStore {

    /** It has looked at the event, and will not have it as it is however often it is asked. */
    final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        /** @param message why, without addresses and secrets */
        public Refused(String message) {
            super(message);
        }
    }

    /**
     * Has it keep an event; one that it has already is the same again.
     *
     * @param id the event's own
     * @param json the FHIR AuditEvent
     * @throws Refused if it never will
     * @throws IOException if it does not say that it has it. The message says why, without addresses and secrets
     */
    void put(String id, String json) throws IOException;
}
