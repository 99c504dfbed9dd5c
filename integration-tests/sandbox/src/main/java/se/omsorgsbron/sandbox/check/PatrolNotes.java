package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.omsorgsbron.sandbox.check.PatrolState.Sent;

/** What a night patrol has written: once in Lifecare's journal, and at primary care where it may have it. */
final class PatrolNotes {
    private static final String WITHDRAWN = "har återkallats och ska inte användas";

    private final Scope scope;
    private final PatrolState state;
    private final List<JsonNode> journal;

    /** @param journal what stands in Lifecare's journal */
    PatrolNotes(Scope scope, PatrolState state, List<JsonNode> journal) {
        this.scope = scope;
        this.state = state;
        this.journal = journal;
    }

    void check() {
        for (Sent note : state.notes()) {
            scope.file().citizen(Json.text(note.body(), "person")).ifPresent(citizen -> {
                inTheJournal(citizen, note);
                atPrimaryCare(citizen, note);
            });
        }
    }

    private void inTheJournal(Citizen citizen, Sent note) {
        Findings findings = scope.findings(citizen.label(), "journal, note " + note.receipt());
        long standing = of(citizen)
                .filter(text -> text.contains(Json.text(note.body(), "text")))
                .count();
        if (standing != 1) {
            findings.add("the words of the note", "once", standing + " times");
        }
        long withdrawals = state.notes().stream()
                .filter(other -> Json.text(other.body(), "person").equals(citizen.number()))
                .filter(state::withdrawn)
                .count();
        long told = of(citizen).filter(text -> text.contains(WITHDRAWN)).count();
        if (told != withdrawals) {
            findings.add("sentences of withdrawal", "" + withdrawals, "" + told);
        }
    }

    private Stream<String> of(Citizen citizen) {
        return journal.stream()
                .map(entry -> entry.path("request"))
                .filter(request -> Json.text(request, "clientId").equals(citizen.id()))
                .map(request -> Json.text(request, "text"));
    }

    private void atPrimaryCare(Citizen citizen, Sent note) {
        String kind = Json.text(note.body(), "kind");
        boolean may = !citizen.isProtected() && scope.disclosed(citizen).notes().contains(kind);
        if (!may) {
            return; // where it stands nevertheless, nothing explains it
        }
        String id = scope.ids().patrolNote(citizen.id(), note.receipt());
        Optional<JsonNode> found = scope.one("Communication", id);
        if (found.isEmpty() && citizen.inCare() && !state.withdrawn(note)) {
            scope.missing(citizen.label(), "Communication", id, "note " + note.receipt());
        }
        found.ifPresent(resource -> compare(citizen, note, kind, resource));
    }

    private void compare(Citizen citizen, Sent note, String kind, JsonNode resource) {
        boolean withdrawn = state.withdrawn(note);
        Claims claims = new Claims(resource, scope.findings(citizen.label(), Scope.reference(resource)));
        Shape.header(claims, Shape.NOTE, List.of());
        claims.equal("identifier[0].system", Shape.BASE + "/sid/" + scope.file().municipality() + "/night-patrol");
        claims.equal("identifier[0].value", "notes/" + note.receipt());
        claims.equal("status", withdrawn ? "entered-in-error" : "completed");
        claims.concept("category[0]", List.of(Shape.NOTE_KIND + "|" + kind));
        scope.patient(claims, "subject", citizen);
        claims.allow("sent");
        claims.allow("sender");
        claims.text("payload[0].contentString", withdrawn ? "" : Json.text(note.body(), "text"));
        claims.instant(
                claims.extension("", Shape.OCCURRED) + ".valueDateTime",
                Times.instant(note.body(), "occurred").orElseThrow());
        claims.equal(claims.extension("", Shape.SOURCE_LAW) + ".valueCode", "SoL");
        claims.done();
    }
}
