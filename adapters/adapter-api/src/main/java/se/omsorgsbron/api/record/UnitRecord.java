package se.omsorgsbron.api.record;

import java.util.UUID;
import se.omsorgsbron.api.domain.ProviderUnit;

/**
 * A provider's unit in one municipality.
 *
 * @param id the UUID in the ledger
 * @param municipality code, four digits
 * @param unit what it is
 * @param present false once the case system has deleted the record
 */
public record UnitRecord(UUID id, String municipality, ProviderUnit unit, boolean present) implements SubjectRecord {}
