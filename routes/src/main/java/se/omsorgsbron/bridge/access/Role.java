package se.omsorgsbron.bridge.access;

import java.util.Locale;
import java.util.Set;

/** What somebody works as. A role is the most that a token's scopes, or a command, can reach. */
public enum Role {
    /** Mends what is held back. */
    OPERATIONS("held.read", "held.write"),
    /** Keeps the grounds for disclosure, and explains them. */
    COORDINATOR("held.read", "held.write", "grounds.read", "grounds.write", "disclosure.read", "system/Consent.crus"),
    /** Looks at who was given what. */
    AUDITOR("audit.read", "system/AuditEvent.rs"),
    /** Gives a person's data out, erases them, and cuts what of the audit has been kept long enough. */
    DATA_PROTECTION("person.read", "person.write", "audit.cut"),
    /** A recipient's system: reads what that recipient may have; primary care's also writes what it has to say itself. */
    RECIPIENT(
            "system/Patient.rs",
            "system/CareTeam.crus",
            "system/CarePlan.rs",
            "system/Communication.crus",
            "system/RelatedPerson.rs",
            "system/Practitioner.rs",
            "system/PractitionerRole.rs",
            "system/Organization.rs"),
    /** A night patrol's system: writes notes, and sees what has become of them. */
    NIGHT_PATROL("patrol.write", "patrol.read"),
    /** Watches whether the bridge is well; of no municipality. */
    MONITORING("metrics.read");

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> scopes;

    Role(String... scopes) {
        this.scopes = Set.of(scopes);
    }

    /** As it is written in the configuration. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody in this role may do that at all. */
    public boolean covers(String scope) {
        return scopes.contains(scope);
    }

    /** Whether somebody in this role may do that with such a resource at all. */
    boolean covers(String resource, Interaction interaction) {
        return scopes.stream().anyMatch(scope -> SmartScope.allows(scope, resource, interaction));
    }
}
