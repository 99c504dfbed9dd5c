package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.sandbox.check.NoteFacts.NoteFact;

/** A person's journal notes: signed ones of a disclosed kind; withdrawn ones only where primary care had them, without text. */
final class CommunicationCheck {
    private final Scope scope;

    CommunicationCheck(Scope scope) {
        this.scope = scope;
    }

    void check(Citizen citizen) {
        if (!scope.file().concerns(citizen) || citizen.isProtected()) {
            return;
        }
        for (NoteFact note : NoteFacts.of(scope.file(), citizen)) {
            if (note.signed().isEmpty()) {
                continue; // a draft: where it stands nevertheless, nothing explains it
            }
            if (!scope.disclosed(citizen).notes().contains(note.kind())) {
                continue; // nothing explains it either
            }
            String id = scope.ids().note(citizen.id(), note.source());
            Optional<JsonNode> found = scope.one("Communication", id);
            found.ifPresent(resource -> compare(citizen, note, resource));
            if (found.isEmpty() && citizen.inCare() && !note.withdrawn() && !note.former()) {
                scope.missing(citizen.label(), "Communication", id, "note " + note.source());
            }
        }
    }

    private void compare(Citizen citizen, NoteFact note, JsonNode resource) {
        Claims claims = new Claims(resource, scope.findings(citizen.label(), Scope.reference(resource)));
        String word = note.list().equals("documentations") ? "note:" : "critical-information:";
        Shape.header(claims, Shape.NOTE, scope.file().notForPatient(citizen, word + note.id()));
        scope.recordIdentifier(claims, note.source());
        claims.equal("status", note.withdrawn() ? "entered-in-error" : "completed");
        claims.concept("category[0]", List.of(Shape.NOTE_KIND + "|" + note.kind()));
        scope.patient(claims, "subject", citizen);
        claims.instant("sent", note.signed().orElseThrow());
        var staff = scope.file().staffBySignature(Json.text(note.node(), "CreatedSignature"));
        scope.author(claims, "sender", staff, Json.text(note.node(), "CreatedName"));
        // not-3: a withdrawn note keeps no text.
        claims.text("payload[0].contentString", note.withdrawn() ? "" : note.text());
        claims.instant(claims.extension("", Shape.OCCURRED) + ".valueDateTime", note.occurred());
        if (!note.law().isEmpty()) {
            claims.equal(claims.extension("", Shape.SOURCE_LAW) + ".valueCode", note.law());
        }
        corrects(claims, citizen, note);
        claims.done();
    }

    /** The note that it corrects: by identifier, and by reference where primary care has it. */
    private void corrects(Claims claims, Citizen citizen, NoteFact note) {
        Json.find(note.node(), "PreviousHistoryId").ifPresent(former -> {
            String path = claims.extension("", Shape.CORRECTS) + ".valueReference";
            String source = note.list() + "/" + former;
            String id = scope.ids().note(citizen.id(), source);
            claims.equal(path + ".type", "Communication");
            claims.equal(path + ".identifier.system", scope.system());
            claims.equal(path + ".identifier.value", source);
            boolean stands = scope.care().resolve("Communication/" + id).isPresent();
            claims.equal(path + ".reference", stands ? "Communication/" + id : "");
        });
    }
}
