package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What somebody could alter at primary care by hand. */
final class Alterations {
    private Alterations() {}

    private static Arguments alteration(String what, String reference, Consumer<ObjectNode> change) {
        return Arguments.of(what, reference, change);
    }

    /** What, at which resource, and how. */
    static Stream<Arguments> all() {
        return Stream.of(
                alteration("the status of a team", TinyTown.TEAM, team -> team.put("status", "inactive")),
                alteration("the status of a plan", TinyTown.PLAN, plan -> plan.put("status", "revoked")),
                alteration("the status of a note", TinyTown.NOTE, note -> note.put("status", "in-progress")),
                alteration(
                        "the start of a contact",
                        TinyTown.TEAM,
                        team -> period(team, 0).put("start", "2026-11-19")),
                alteration(
                        "a day for a relative",
                        TinyTown.TEAM,
                        team -> at(team, "/participant/3").putObject("period").put("start", "2026-11-19")),
                alteration(
                        "an end to a contact",
                        TinyTown.TEAM,
                        team -> period(team, 0).put("end", "2026-11-21")),
                alteration(
                        "a period of a plan",
                        TinyTown.PLAN,
                        plan -> at(plan, "/period").put("end", "2026-12-01")),
                alteration(
                        "the text of a note",
                        TinyTown.NOTE,
                        note -> at(note, "/payload/0").put("contentString", "Allt är bra.")),
                alteration(
                        "the text of an activity",
                        TinyTown.PLAN,
                        plan -> at(plan, "/activity/0/detail").put("description", "i badkar")),
                alteration(
                        "the goal of a plan",
                        TinyTown.PLAN,
                        plan -> at(plan, "/contained/0/description").put("text", "Inget.")),
                alteration(
                        "a patient's name",
                        TinyTown.PATIENT,
                        patient -> at(patient, "/name/0").put("family", "Ek")),
                alteration(
                        "a staff member's name",
                        TinyTown.STAFF,
                        staff -> at(staff, "/name/0").put("text", "Fatuma Ek")),
                alteration(
                        "a relative's name",
                        TinyTown.RELATIVE,
                        relative -> at(relative, "/name/0").put("family", "Ek")),
                alteration(
                        "the case officer",
                        TinyTown.TEAM,
                        team -> at(team, "/contained/0/name/0").put("text", "Karin Ek")),
                alteration(
                        "a telephone",
                        TinyTown.STAFF,
                        staff -> at(staff, "/telecom/0").put("value", "08-465 004 77")),
                alteration(
                        "an added telephone",
                        TinyTown.ROLE,
                        role -> role.withArray("telecom").addObject().put("value", "08-465 004 77")),
                alteration(
                        "a rank",
                        TinyTown.TEAM,
                        team -> at(team, "/participant/0/extension/0").put("valuePositiveInt", 2)),
                alteration(
                        "an extension of a plan",
                        TinyTown.PLAN,
                        plan -> at(plan, "/extension/0/extension/0").put("valueBoolean", false)),
                alteration("a removed extension", TinyTown.PLAN, plan -> plan.remove("extension")),
                alteration(
                        "an added extension",
                        TinyTown.UNIT,
                        unit -> unit.withArray("extension")
                                .addObject()
                                .put("url", "http://example.org/x")
                                .put("valueString", "x")),
                alteration(
                        "the law of a note",
                        TinyTown.NOTE,
                        note -> at(note, "/extension/1").put("valueCode", "LSS")),
                alteration("when a note was sent", TinyTown.NOTE, note -> note.put("sent", "2026-10-01T08:00:01Z")),
                alteration("a profile", TinyTown.TEAM, team -> at(team, "/meta").putArray("profile")),
                alteration(
                        "a label that is gone",
                        TinyTown.PROTECTED_PATIENT,
                        patient -> at(patient, "/meta").remove("security")),
                alteration(
                        "a foreign element",
                        TinyTown.OTHER_ROLE,
                        role -> role.put("availabilityExceptions", "Aldrig på söndagar")),
                alteration(
                        "a narrative",
                        TinyTown.TEAM,
                        team -> team.putObject("text")
                                .put("status", "generated")
                                .put("div", "<div/>")),
                alteration(
                        "a tag",
                        TinyTown.PLAN,
                        plan -> at(plan, "/meta").putArray("tag").addObject().put("code", "x")),
                alteration(
                        "a qualification",
                        TinyTown.STAFF,
                        staff -> at(staff, "/qualification/0/period").put("end", "2030-01-01")),
                alteration(
                        "a member too many",
                        TinyTown.TEAM,
                        team -> team.withArray("participant")
                                .addObject()
                                .putObject("member")
                                .put("display", "Nina Ny")),
                alteration(
                        "the reason of a vacancy",
                        TinyTown.PROTECTED_TEAM,
                        team -> at(team, "/participant/0/member/extension/0").put("valueCode", "asked-declined")),
                alteration(
                        "another patient",
                        TinyTown.PLAN,
                        plan -> at(plan, "/subject").put("reference", TinyTown.PROTECTED_PATIENT)),
                alteration(
                        "another practitioner behind a role",
                        TinyTown.ROLE,
                        role -> at(role, "/practitioner").put("reference", TinyTown.OTHER_STAFF)),
                alteration("the name of a team", TinyTown.TEAM, team -> team.put("name", "Teamet kring Karin")),
                alteration("the name of a unit", TinyTown.UNIT, unit -> unit.put("name", "Hemtjänsten Annan")),
                alteration(
                        "an identifier",
                        TinyTown.NOTE,
                        note -> at(note, "/identifier/0").put("value", "documentations/D-9")));
    }

    static ObjectNode at(JsonNode resource, String pointer) {
        return (ObjectNode) resource.at(pointer);
    }

    private static ObjectNode period(JsonNode team, int participant) {
        return at(team, "/participant/" + participant + "/period");
    }
}
