package se.omsorgsbron.primarycare.fhir.source.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.HealthCareWords;
import se.omsorgsbron.api.domain.HsaIdKey;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.fhir.Canonicals;
import se.omsorgsbron.fhir.mapping.Code;
import se.omsorgsbron.fhir.mapping.Codes;

/**
 * A Communication that primary care wrote as a note of the person's. One of kind officer-contact is a question, to which somebody is
 * asked for an answer. What is needed stands in {@code docs/primary-care-fhir.md}.
 */
public final class CommunicationReader {
    private static final int LONGEST_TEXT = 20_000;
    private static final Map<String, NoteKind> KINDS = kinds();

    private CommunicationReader() {}

    /** What was written, or all that is wrong with it. */
    public static Mapped<Written> read(JsonNode communication, ReadingContext context) {
        Fields fields = Fields.of(communication);
        Optional<SourceReference> source = Common.source(fields, HealthCareWords.NOTES, context);
        Common.subject(fields);
        boolean hidden = Common.notForPatient(fields, communication);
        String status = fields.requiredText("status");
        if (status.equals("entered-in-error")) {
            return fields.mapped(() -> new Written.Withdrawn(source.orElseThrow()));
        }
        if (!status.isEmpty() && !status.equals("completed")) {
            fields.report(
                    Reason.UNKNOWN_CODE,
                    "status",
                    "another",
                    "completed or entered-in-error: a draft stays where it is");
        }
        Optional<NoteKind> kind = kind(fields);
        Instant sent = sent(fields, context);
        Someone sender = sender(fields, context);
        String text = text(fields);
        Optional<Instant> occurred = occurred(fields);
        Optional<SourceReference> corrects = corrects(fields, context);
        return fields.mapped(() -> new Written.Note(
                source.orElseThrow(),
                new JournalNote(
                        kind.orElseThrow(),
                        occurred.orElse(sent),
                        sent,
                        Optional.of(sent),
                        sender.hsaId().map(HsaIdKey::of),
                        sender.name(),
                        sender.title(),
                        new FreeText(text),
                        kind.orElseThrow() == NoteKind.OFFICER_CONTACT,
                        corrects,
                        false,
                        Law.HSL),
                hidden));
    }

    /** Whether it has a category by which primary care writes to the municipality. */
    public static boolean addressed(JsonNode communication) {
        for (JsonNode category : communication.path("category")) {
            for (JsonNode coding : category.path("coding")) {
                if (Canonicals.NOTE_KIND.equals(coding.path("system").asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<NoteKind> kind(Fields fields) {
        Set<NoteKind> kinds = new HashSet<>();
        boolean there = false;
        for (Fields category : fields.children("category")) {
            for (Fields coding : category.children("coding")) {
                if (coding.text("system").map(Canonicals.NOTE_KIND::equals).orElse(false)) {
                    there = true;
                    coding.code("code", KINDS).ifPresent(kinds::add);
                }
            }
        }
        if (!there || kinds.size() > 1) {
            fields.report(
                    Reason.MISSING_FIELD,
                    "category",
                    there ? "several kinds" : "no kind",
                    "one code of " + Canonicals.NOTE_KIND + ": " + String.join(", ", KINDS.keySet()));
        }
        return kinds.stream().findFirst();
    }

    private static Instant sent(Fields fields, ReadingContext context) {
        Instant sent = fields.requiredInstant("sent");
        // A day more: it may be tomorrow already where it was written.
        if (sent.isAfter(context.today().plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC))) {
            fields.report(Reason.NOT_A_DATE, "sent", "a time to come", "when it was written");
        }
        return sent;
    }

    private static Someone sender(Fields fields, ReadingContext context) {
        Optional<Someone> sender = fields.child("sender").map(reference -> Someone.of(reference, fields, context));
        if (sender.map(who -> who.name().full().isEmpty()).orElse(true)) {
            fields.report(
                    Reason.MISSING_FIELD,
                    "sender",
                    "nobody's name",
                    "sender.display, or a contained Practitioner or PractitionerRole that has the author's name");
        }
        return sender.orElse(new Someone(new PersonName("", ""), "", Optional.empty(), List.of()));
    }

    /** Several texts are told one after the other, with an empty line between. */
    private static String text(Fields fields) {
        List<String> texts = new ArrayList<>();
        for (Fields payload : fields.children("payload")) {
            payload.text("contentString").ifPresent(texts::add);
            for (String other : new String[] {"contentAttachment", "contentReference"}) {
                if (payload.child(other).isPresent()) {
                    payload.report(
                            Reason.NOT_JSON, other, "something else than text", "contentString: nothing is left out");
                }
            }
        }
        String text = String.join("\n\n", texts);
        if (texts.isEmpty()) {
            fields.report(Reason.MISSING_FIELD, "payload", "no text", "payload.contentString");
        } else if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            fields.report(
                    Reason.NOT_JSON,
                    "payload",
                    text.length() + " characters",
                    "at most " + LONGEST_TEXT + " characters, without NUL; nothing is cut");
        }
        return text;
    }

    private static Optional<Instant> occurred(Fields fields) {
        return extension(fields, Canonicals.OCCURRED).flatMap(extension -> extension.instant("valueDateTime"));
    }

    private static Optional<SourceReference> corrects(Fields fields, ReadingContext context) {
        Optional<Fields> extension = extension(fields, Canonicals.CORRECTS);
        Optional<SourceReference> earlier = extension
                .flatMap(of -> of.child("valueReference"))
                .flatMap(reference -> reference.child("identifier"))
                .flatMap(identifier -> Common.source(identifier, HealthCareWords.NOTES, context.system()));
        if (extension.isPresent() && earlier.isEmpty()) {
            extension
                    .get()
                    .report(
                            Reason.MISSING_FIELD,
                            "valueReference",
                            "no identifier",
                            "the identifier of the earlier one");
        }
        return earlier;
    }

    private static Optional<Fields> extension(Fields fields, String url) {
        return fields.children("extension").stream()
                .filter(extension -> extension.text("url").map(url::equals).orElse(false))
                .findFirst();
    }

    private static Map<String, NoteKind> kinds() {
        Map<String, NoteKind> kinds = new TreeMap<>();
        for (NoteKind kind : NoteKind.values()) {
            Codes.NOTE_KIND.toWire(kind).map(Code::code).ifPresent(code -> kinds.put(code, kind));
        }
        return kinds;
    }
}
