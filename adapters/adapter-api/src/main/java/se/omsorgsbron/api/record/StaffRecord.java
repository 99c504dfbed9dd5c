package se.omsorgsbron.api.record;

import java.util.List;
import java.util.UUID;
import se.omsorgsbron.api.domain.ProofOfTitle;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.SignedRoutine;
import se.omsorgsbron.api.domain.StaffMember;

/**
 * All that is known of one member of staff in one municipality.
 *
 * @param id the UUID in the ledger
 * @param municipality code, four digits
 * @param staff who it is
 * @param protection whether their identity is protected; {@code NONE} where nobody says so
 * @param present false once the case system has deleted the record
 * @param units the units for which they are somebody's permanent contact, ascending; one role each
 * @param proofs proofs of title, oldest first
 * @param signatures signed routines, oldest first
 */
public record StaffRecord(
        UUID id,
        String municipality,
        StaffMember staff,
        ProtectedIdentity protection,
        boolean present,
        List<UUID> units,
        List<ProofOfTitle> proofs,
        List<SignedRoutine> signatures)
        implements SubjectRecord {}
