package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The wire values that the profiles settle, written down a second time on purpose: see {@code fhir-profiles}. */
final class Shape {
    static final String BASE = "https://fhir.omsorgsbron.se";
    private static final String DEFINITION = BASE + "/StructureDefinition/";
    private static final String CODES = BASE + "/CodeSystem/";

    static final String TEAM = DEFINITION + "permanent-contact-team";
    static final String NOTE = DEFINITION + "journal-note";
    static final String PATIENT = DEFINITION + "omsorgsbron-patient";
    static final String PRACTITIONER = DEFINITION + "omsorgsbron-practitioner";
    static final String ROLE = DEFINITION + "omsorgsbron-practitioner-role";
    static final String ORGANIZATION = DEFINITION + "omsorgsbron-organization";
    static final String RELATED = DEFINITION + "omsorgsbron-related-person";

    /** Our profiles, by resource type. */
    static final Map<String, Set<String>> PROFILES = Map.of(
            "Patient", Set.of(PATIENT),
            "CareTeam", Set.of(TEAM),
            "CarePlan", Set.of(DEFINITION + "implementation-plan", DEFINITION + "action-plan"),
            "Communication", Set.of(NOTE),
            "Practitioner", Set.of(PRACTITIONER),
            "PractitionerRole", Set.of(ROLE),
            "Organization", Set.of(ORGANIZATION),
            "RelatedPerson", Set.of(RELATED));

    static final String CONTACT_RANK = DEFINITION + "contact-rank";
    static final String CONTACT_EXEMPTION = DEFINITION + "contact-exemption";
    static final String PARTICIPATION = DEFINITION + "participation";
    static final String NEXT_FOLLOW_UP = DEFINITION + "next-follow-up";
    static final String ACTIVITY_PERIOD = DEFINITION + "activity-period";
    static final String CORRECTS = DEFINITION + "corrects";
    static final String OCCURRED = DEFINITION + "occurred";
    static final String SOURCE_LAW = DEFINITION + "source-law";
    static final String SIGNED_ROUTINE = DEFINITION + "signed-routine";
    static final String DATA_ABSENT_REASON = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    static final String TEAM_ROLE = CODES + "care-team-role";
    static final String NOTE_KIND = CODES + "note-kind";
    static final String EXEMPTION_REASON = CODES + "exemption-reason";
    static final String TITLE_PROOF = CODES + "title-proof";
    static final String UNKNOWN_PROTECTION = CODES + "protection|unknown";
    static final String SECURITY_LABEL = "http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel";
    private static final String CONTACT_KINDS =
            "https://terminologitjansten.inera.se/inera-kodverksforvaltning/kodverk/kv_typ_av_fast_kontakt";
    static final String CONTACT_KIND = CONTACT_KINDS + "|3";
    static final String FIXED_CONTACT = "https://fhir.inera.se/ig/careteam/CodeSystem/typ-av-careteam-cs|fast-kontakt";
    static final String PLAN_KIND = "https://fhir.inera.se/CodeSystem/typeofcareplan-cs";
    static final String HSA_ID = "urn:oid:1.2.752.29.4.19";
    static final String PRACTITIONER_NUMBER = "http://terminology.hl7.org/CodeSystem/v2-0203|PRN";
    static final List<String> NOT_FOR_PATIENT = List.of(
            "http://terminology.hl7.org/CodeSystem/v3-ActCode|NOPAT",
            "http://terminology.hl7.org/CodeSystem/v3-ActCode|NOPATIENT");
    static final String PROTECTED_TEXT = "Skyddad uppgift";

    /** Roles of private persons, each a RelatedPerson; they leave nothing about a protected person (invariant pct-7). */
    static final Set<String> PRIVATE_ROLES = Set.of("relative", "representative", "legal-guardian", "friend");

    /** The name of every team: never a person's. */
    static final String TEAM_NAME = "Fast omsorgskontakt och team";

    /** What a reader sees where a name or a performer is missing. */
    static final String NOT_KNOWN = "Uppgift saknas";

    /** What a reader sees where nobody holds a rank, by the reason. */
    static final Map<String, String> VACANCIES =
            Map.of("temp-unknown", "Ingen utsedd", "not-applicable", "Behövs inte", "asked-declined", "Har tackat nej");

    /** Status of the activities of a plan, by the plan's own. */
    static final Map<String, String> ACTIVITY_STATUS =
            Map.of("active", "in-progress", "revoked", "stopped", "completed", "completed");

    /** Status of the goals of a plan, by the plan's own. */
    static final Map<String, String> GOAL_STATUS =
            Map.of("active", "active", "revoked", "cancelled", "completed", "completed");

    private Shape() {}

    /** Whether a participant is, was or lacks a permanent contact. */
    static boolean isContact(JsonNode participant) {
        return Json.list(participant, "role").stream()
                .flatMap(role -> Json.list(role, "coding").stream())
                .anyMatch(
                        coding -> (Json.text(coding, "system") + "|" + Json.text(coding, "code")).equals(CONTACT_KIND));
    }

    /** The codings of a contact's role; rank 0 is a contact without rank. */
    static List<String> contactRoles(int rank) {
        return rank == 0 ? List.of(CONTACT_KIND) : List.of(CONTACT_KIND, TEAM_ROLE + "|person-" + rank);
    }

    static String contactText(int rank) {
        return rank == 0 ? "Fast omsorgskontakt" : "Fast omsorgskontakt, person " + rank;
    }

    /** The coding of another role than a permanent care contact's. */
    static String otherRole(String role) {
        return switch (role) {
            case "permanent-health-care-contact" -> CONTACT_KINDS + "|1";
            case "permanent-physician-contact" -> CONTACT_KINDS + "|2";
            default -> TEAM_ROLE + "|" + role;
        };
    }

    static String fullName(JsonNode node) {
        return (Json.text(node, "FirstName") + " " + Json.text(node, "LastName")).strip();
    }

    /** Whether a resource claims one of our profiles. */
    static boolean isOurs(JsonNode resource) {
        return profiles(resource).anyMatch(profile -> profile.startsWith(BASE));
    }

    static Stream<String> profiles(JsonNode resource) {
        return Json.list(resource, "meta", "profile").stream().map(JsonNode::asText);
    }

    /** Claims what every resource of ours has: its type, id, profile and labels. */
    static void header(Claims claims, String profile, List<String> labels) {
        claims.allow("resourceType");
        claims.allow("id");
        claims.allow("meta.versionId");
        claims.allow("meta.lastUpdated");
        claims.allow("meta.source"); // see Authorship
        claims.equal("meta.profile[0]", profile);
        var found = Json.list(claims.resource(), "meta", "security");
        var codes = found.stream()
                .map(label -> Json.text(label, "system") + "|" + Json.text(label, "code"))
                .toList();
        if (!Set.copyOf(codes).equals(Set.copyOf(labels)) || codes.size() != labels.size()) {
            claims.findings().add("meta.security", String.join(", ", labels), String.join(", ", codes));
        }
        for (int i = 0; i < codes.size(); i++) {
            claims.allow("meta.security[" + i + "].system");
            claims.allow("meta.security[" + i + "].code");
        }
    }

    /** Claims the only identifier of what no single record is the source of: its own id. */
    static void ownIdentifier(Claims claims) {
        claims.equal("identifier[0].system", "urn:ietf:rfc:3986");
        claims.equal("identifier[0].value", "urn:uuid:" + claims.value("id"));
    }
}
