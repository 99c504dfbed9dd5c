package se.omsorgsbron.api.domain;

import se.omsorgsbron.api.identity.HsaId;

/** HSA-id as a name of a member of staff, for a source that knows nothing else of who wrote something. */
public final class HsaIdKey {
    /** The naming. */
    public static final String SYSTEM = "hsa-id";

    private HsaIdKey() {}

    public static SubjectKey of(HsaId id) {
        return new SubjectKey(SubjectKind.STAFF, SYSTEM, id.value());
    }
}
