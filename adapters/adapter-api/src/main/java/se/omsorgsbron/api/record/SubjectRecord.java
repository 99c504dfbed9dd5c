package se.omsorgsbron.api.record;

import java.util.UUID;

/** The composed record of a subject of the ledger. */
public sealed interface SubjectRecord permits PersonRecord, StaffRecord, UnitRecord {

    /** The subject's UUID. */
    UUID id();

    /** The municipality's code, four digits. */
    String municipality();
}
