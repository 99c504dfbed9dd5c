package se.omsorgsbron.sandbox.check;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Which id a resource of the bridge has. Ids do not depend on the run: a subject (person, member of staff, unit) has a name-based
 * UUID of municipality and record, and a resource one of its subject and what it is. So the checker knows where to look.
 */
final class Ids {
    private final String municipality;

    Ids(String municipality) {
        this.municipality = municipality;
    }

    /** The subject whose own record stands in that list of the case system. */
    String subject(String list, String id) {
        return uuid("omsorgsbron/subject/" + municipality + "/lifecare/" + list + "/" + id);
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    String team(String client) {
        return ofPerson(client, "CareTeam");
    }

    String plan(String client, String plan) {
        return ofPerson(client, "CarePlan/lifecare/service_plans/" + plan);
    }

    /** The note's; {@code source} is {@code <list>/<Id>}. */
    String note(String client, String source) {
        return ofPerson(client, "Communication/lifecare/" + source);
    }

    /** Of a note that the night patrol sent. */
    String patrolNote(String client, String receipt) {
        return ofPerson(client, "Communication/night-patrol/notes/" + receipt);
    }

    String related(String client, String source) {
        return ofPerson(client, "RelatedPerson/lifecare/" + source);
    }

    /** Of somebody who stands in the team itself. */
    String member(String client, String source) {
        return ofPerson(client, "member/lifecare/" + source);
    }

    private String ofPerson(String client, String what) {
        return uuid(subject("clients", client) + "/" + what);
    }

    String practitioner(String staff) {
        return uuid(subject("personnel", staff) + "/Practitioner");
    }

    String role(String staff, String unit) {
        return uuid(subject("personnel", staff) + "/PractitionerRole/" + subject("provider_units", unit));
    }

    String organization(String unit) {
        return uuid(subject("provider_units", unit) + "/Organization");
    }
}
