package se.omsorgsbron.caremanagement.mapper;

import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;

/** The names under which CareManagement knows people and staff, beside the identity number, which every source shares. */
public final class Keys {
    /** {@code Stakeholder.externalId} of type PRIVATE. */
    public static final String PARTY_ID = "caremanagement/party-id";
    /** {@code createdBy}, and {@code Stakeholder.externalId} of staff. */
    public static final String USER_ID = "caremanagement/user-id";

    private Keys() {}

    public static SubjectKey party(String id) {
        return new SubjectKey(SubjectKind.PERSON, PARTY_ID, id);
    }

    public static SubjectKey user(String id) {
        return new SubjectKey(SubjectKind.STAFF, USER_ID, id);
    }
}
