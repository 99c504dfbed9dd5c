package se.omsorgsbron.bridge.operations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.ledger.RiskTable;
import se.omsorgsbron.bridge.ledger.RiskTable.Row;

/** Who has received and who has seen each risk, by command or over HTTP. What a risk says is not told here. */
public final class RiskDesk {
    private final RiskTable risks;
    private final AuditTrail audit;

    public RiskDesk(RiskTable risks, AuditTrail audit) {
        this.risks = risks;
        this.audit = audit;
    }

    /** The risks of the last thirty days, the newest first; of the municipality that the caller may see, empty meaning every one. */
    public List<Row> list(Optional<String> municipality) {
        return risks.list(municipality, Optional.empty());
    }

    /** Those of one person; that somebody looked is audited. */
    public List<Row> of(String municipality, UUID person, String actor) {
        audit.append(
                AuditRecord.byOperator(Action.ACCESS, municipality, Optional.of(person), actor, List.of(), "risks"));
        return risks.list(Optional.of(municipality), Optional.of(person));
    }
}
