package se.omsorgsbron.api.domain;

/**
 * Where it stands what health care itself writes to the municipality: under the name of the system that it came from, and the type of
 * FHIR resource that it was. No case system has records of those names.
 */
public final class HealthCareWords {
    /** Notes and questions. */
    public static final String NOTES = "Communication";
    /** Fast vårdkontakt and fast läkarkontakt. */
    public static final String TEAMS = "CareTeam";

    private HealthCareWords() {}

    /** Whether a record is of that kind. */
    public static boolean are(SourceReference source) {
        return source.resource().equals(NOTES) || source.resource().equals(TEAMS);
    }
}
