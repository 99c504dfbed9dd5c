package se.omsorgsbron.bridge.entrance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRecord.Outcome;
import se.omsorgsbron.bridge.audit.AuditTrail;

/** Audits that a known client asked for what it may not have. Strangers are not audited: anybody could fill the audit. */
public final class Denials {
    /** As much of an address as is ours and not the caller's. */
    private static final Pattern OURS = Pattern.compile("^/(api|fhir|actuator)(/[A-Za-z-]{1,30}(?=[/?]|$))?");

    private final AuditTrail trail;

    public Denials(AuditTrail trail) {
        this.trail = trail;
    }

    /** The caller who is refused, and what was asked for. */
    public void denied(Caller caller, String method, String path) {
        Matcher ours = OURS.matcher(path);
        trail.append(new AuditRecord(
                Action.ACCESS,
                caller.municipality().orElse(""),
                Optional.empty(),
                caller.client(),
                Optional.empty(),
                List.of(),
                Outcome.FAILURE,
                "forbidden: " + method + " " + (ours.find() ? ours.group() : "elsewhere")));
    }
}
