package se.omsorgsbron.api.domain;

import java.util.Arrays;

/** The kinds of fact, with the code under which the ledger keeps them. */
public enum FactKind {
    PERSON("person", Person.class),
    PERMANENT_CONTACT("permanent-contact", PermanentContact.class),
    CONTACT_STEP("contact-step", ContactStep.class),
    CONTACT_RANK("contact-rank", ContactRank.class),
    STAFF_MEMBER("staff-member", StaffMember.class),
    PROOF_OF_TITLE("proof-of-title", ProofOfTitle.class),
    SIGNED_ROUTINE("signed-routine", SignedRoutine.class),
    STAFF_PROTECTION("staff-protection", StaffProtection.class),
    PROVIDER_UNIT("provider-unit", ProviderUnit.class),
    TEAM_MEMBER("team-member", TeamMember.class),
    PLAN("plan", Plan.class),
    JOURNAL_NOTE("journal-note", JournalNote.class),
    DECISION("decision", Decision.class),
    EXECUTION("execution", Execution.class),
    VISIT("visit", Visit.class),
    RECORDED_GROUND("recorded-ground", RecordedGround.class),
    NOT_FOR_PATIENT("not-for-patient", NotForPatient.class);

    private final String code;
    private final Class<? extends FactContent> type;

    FactKind(String code, Class<? extends FactContent> type) {
        this.code = code;
        this.type = type;
    }

    public String code() {
        return code;
    }

    public Class<? extends FactContent> type() {
        return type;
    }

    /** The kind of {@code content}. */
    public static FactKind of(FactContent content) {
        return Arrays.stream(values())
                .filter(kind -> kind.type == content.getClass())
                .findFirst()
                .orElseThrow();
    }

    /** The kind with that code. @throws IllegalArgumentException if there is none */
    public static FactKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of fact is called " + code));
    }
}
