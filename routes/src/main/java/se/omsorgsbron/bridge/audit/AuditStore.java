package se.omsorgsbron.bridge.audit;

import java.io.IOException;

/** A system outside the bridge that keeps the audit too. */
@FunctionalInterface
public interface AuditStore {

    /**
     * Has it keep an event; one that it has already is the same again.
     *
     * @param id the event's own
     * @param json the FHIR AuditEvent
     * @throws IOException if it does not say that it has it. The message says why, without addresses and secrets
     */
    void put(String id, String json) throws IOException;
}
