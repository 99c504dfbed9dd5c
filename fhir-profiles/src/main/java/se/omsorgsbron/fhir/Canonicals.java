package se.omsorgsbron.fhir;

/** Canonical URLs: our own, and the few of others that our profiles rest on. Wire values, never translated. */
public final class Canonicals {
    /** Where everything of ours begins. */
    public static final String BASE = "https://fhir.omsorgsbron.se";

    private static final String DEFINITION = BASE + "/StructureDefinition/";
    private static final String CODES = BASE + "/CodeSystem/";

    public static final String PERMANENT_CONTACT_TEAM = DEFINITION + "permanent-contact-team";
    public static final String HOME_CARE_PLAN = DEFINITION + "home-care-plan";
    public static final String IMPLEMENTATION_PLAN = DEFINITION + "implementation-plan";
    public static final String ACTION_PLAN = DEFINITION + "action-plan";
    public static final String JOURNAL_NOTE = DEFINITION + "journal-note";
    public static final String PATIENT = DEFINITION + "omsorgsbron-patient";
    public static final String PRACTITIONER = DEFINITION + "omsorgsbron-practitioner";
    public static final String PRACTITIONER_ROLE = DEFINITION + "omsorgsbron-practitioner-role";
    public static final String ORGANIZATION = DEFINITION + "omsorgsbron-organization";
    public static final String RELATED_PERSON = DEFINITION + "omsorgsbron-related-person";

    public static final String CONTACT_RANK = DEFINITION + "contact-rank";
    public static final String CONTACT_EXEMPTION = DEFINITION + "contact-exemption";
    public static final String PARTICIPATION = DEFINITION + "participation";
    public static final String NEXT_FOLLOW_UP = DEFINITION + "next-follow-up";
    public static final String ACTIVITY_PERIOD = DEFINITION + "activity-period";
    public static final String CORRECTS = DEFINITION + "corrects";
    public static final String OCCURRED = DEFINITION + "occurred";
    public static final String SOURCE_LAW_EXTENSION = DEFINITION + "source-law";
    public static final String SIGNED_ROUTINE = DEFINITION + "signed-routine";

    public static final String CARE_TEAM_ROLE = CODES + "care-team-role";
    public static final String NOTE_KIND = CODES + "note-kind";
    public static final String EXEMPTION_REASON = CODES + "exemption-reason";
    public static final String TITLE_PROOF = CODES + "title-proof";
    public static final String SOURCE_LAW = CODES + "source-law";
    public static final String PROTECTION = CODES + "protection";

    /** National: kinds of permanent contact (Inera's kodverk). */
    public static final String CONTACT_KIND =
            "https://terminologitjansten.inera.se/inera-kodverksforvaltning/kodverk/kv_typ_av_fast_kontakt";
    /** National: categories of care team. */
    public static final String TEAM_KIND = "https://fhir.inera.se/ig/careteam/CodeSystem/typ-av-careteam-cs";
    /** National: types of plan. */
    public static final String PLAN_KIND = "https://fhir.inera.se/CodeSystem/typeofcareplan-cs";
    /** National: security labels of HL7 Sweden. */
    public static final String SECURITY_LABEL = "http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel";
    /** National: HSA-id. */
    public static final String HSA_ID = "urn:oid:1.2.752.29.4.19";
    /** International: why a value is missing. */
    public static final String DATA_ABSENT_REASON = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private Canonicals() {}
}
