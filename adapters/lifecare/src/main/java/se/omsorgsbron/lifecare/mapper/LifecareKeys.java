package se.omsorgsbron.lifecare.mapper;

import se.omsorgsbron.api.domain.PersonNumberKey;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;

/** The names under which Lifecare knows people, staff and units. */
public final class LifecareKeys {
    /** {@code Client.Id}. */
    public static final String CLIENT_ID = "lifecare/client-id";
    /** {@code Client.PersonId}, and {@code PersonId} or {@code ClientPersonId} in every other record. */
    public static final String PERSON_NUMBER = PersonNumberKey.SYSTEM;
    /** {@code Execution.Id}: names the person that it belongs to. */
    public static final String EXECUTION_ID = "lifecare/execution-id";
    /** {@code ProviderContactPersonnel.Id}: names the person that it belongs to. */
    public static final String CONTACT_ID = "lifecare/contact-id";
    /** {@code PersonnelV2.Id}. */
    public static final String PERSONNEL_ID = "lifecare/personnel-id";
    /** {@code PersonnelV2.PersonId}, and {@code PersonnelPersonId} in other records; never leaves the bridge. */
    public static final String PERSONNEL_PERSON_NUMBER = "lifecare/personnel-person-number";
    /** {@code PersonnelV2.Signature}. */
    public static final String SIGNATURE = "lifecare/signature";
    /** {@code ProviderUnit.Id}. */
    public static final String PROVIDER_UNIT_ID = "lifecare/provider-unit-id";

    private LifecareKeys() {}

    public static SubjectKey client(String id) {
        return new SubjectKey(SubjectKind.PERSON, CLIENT_ID, id);
    }

    public static SubjectKey personNumber(String number) {
        return new SubjectKey(SubjectKind.PERSON, PERSON_NUMBER, number);
    }

    public static SubjectKey execution(String id) {
        return new SubjectKey(SubjectKind.PERSON, EXECUTION_ID, id);
    }

    public static SubjectKey contact(String id) {
        return new SubjectKey(SubjectKind.PERSON, CONTACT_ID, id);
    }

    public static SubjectKey personnel(String id) {
        return new SubjectKey(SubjectKind.STAFF, PERSONNEL_ID, id);
    }

    public static SubjectKey personnelPersonNumber(String number) {
        return new SubjectKey(SubjectKind.STAFF, PERSONNEL_PERSON_NUMBER, number);
    }

    public static SubjectKey signature(String signature) {
        return new SubjectKey(SubjectKind.STAFF, SIGNATURE, signature);
    }

    public static SubjectKey unit(String id) {
        return new SubjectKey(SubjectKind.UNIT, PROVIDER_UNIT_ID, id);
    }
}
