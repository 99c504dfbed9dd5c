package se.omsorgsbron.fhir.mapping;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import se.omsorgsbron.api.domain.SourceReference;

/**
 * Ids of resources: name-based UUIDs made of the subject's UUID in the ledger and, where a subject has several resources of a
 * kind, the source's id. So they are the same in every run, and never hold an identity number.
 */
public final class FhirIds {
    private FhirIds() {}

    public static String patient(UUID person) {
        return of(person, "Patient");
    }

    public static String careTeam(UUID person) {
        return of(person, "CareTeam");
    }

    public static String carePlan(UUID person, SourceReference plan) {
        return of(person, "CarePlan/" + plan.path());
    }

    public static String communication(UUID person, SourceReference note) {
        return of(person, "Communication/" + note.path());
    }

    public static String relatedPerson(UUID person, SourceReference relative) {
        return of(person, "RelatedPerson/" + relative.path());
    }

    public static String practitioner(UUID staff) {
        return of(staff, "Practitioner");
    }

    public static String practitionerRole(UUID staff, UUID unit) {
        return of(staff, "PractitionerRole/" + unit);
    }

    public static String organization(UUID unit) {
        return of(unit, "Organization");
    }

    /** The id of what {@code name} names within a subject. */
    static String of(UUID subject, String name) {
        return UUID.nameUUIDFromBytes((subject + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
