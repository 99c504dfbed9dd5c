package se.omsorgsbron.api.domain;

import java.util.Arrays;
import java.util.Optional;

/** The roles in a person's team beside the permanent contacts: D25 and D08 of the duties. */
public enum TeamRole {
    RELATIVE("relative", false),
    REPRESENTATIVE("representative", false),
    LEGAL_GUARDIAN("legal-guardian", false),
    FRIEND("friend", false),
    CASE_OFFICER("case-officer", true),
    NIGHT_PATROL("night-patrol", true),
    PRIMARY_CARE("primary-care", true),
    PHYSICIAN("physician", true),
    DENTIST("dentist", true),
    REHABILITATION("rehabilitation", true),
    DAY_ACTIVITY("day-activity", true),
    DAILY_ACTIVITY_LSS("daily-activity-lss", true),
    ASSISTIVE_DEVICES_CENTRE("assistive-devices-centre", true),
    MOBILITY_SERVICE("mobility-service", true),
    COMPANION("companion", true),
    CONTACT_PERSON("contact-person", true),
    UNIT_MANAGER("unit-manager", true),
    COORDINATOR("coordinator", true),
    PERMANENT_HEALTH_CARE_CONTACT("permanent-health-care-contact", true),
    PERMANENT_PHYSICIAN_CONTACT("permanent-physician-contact", true);

    private final String code;
    private final boolean professional;

    TeamRole(String code, boolean professional) {
        this.code = code;
        this.professional = professional;
    }

    public String code() {
        return code;
    }

    /** Whether the one in the role acts for an organisation; the others are private persons (relatives, friends, god man). */
    public boolean professional() {
        return professional;
    }

    public static Optional<TeamRole> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
