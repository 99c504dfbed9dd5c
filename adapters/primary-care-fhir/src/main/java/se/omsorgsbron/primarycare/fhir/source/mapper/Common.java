package se.omsorgsbron.primarycare.fhir.source.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.fhir.Canonicals;

/** What every resource has. */
final class Common {
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    /** No more than what the bridge does with everything. */
    private static final Set<String> USUAL = Set.of("U", "L", "M", "N");

    private static final Set<String> NOT_FOR_PATIENT = Set.of("NOPAT", "NOPATIENT");
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final int LONGEST_LINE = 200;

    private Common() {}

    /** Where the resource stands: by its first identifier that has a system and a value, else by its server's id. */
    static Optional<SourceReference> source(Fields fields, String type, ReadingContext context) {
        fields.text("resourceType");
        Optional<String> id = fields.text("id");
        for (Fields identifier : fields.children("identifier")) {
            Optional<SourceReference> source = source(identifier, type, context.system());
            if (source.isPresent()) {
                return source;
            }
        }
        if (context.serverIds() && id.isPresent()) {
            return Optional.of(new SourceReference(context.system(), type, uuid(type + "|id|" + id.get())));
        }
        fields.report(
                Reason.MISSING_FIELD,
                "identifier",
                "none with a system and a value",
                "the sender's own, system and value");
        return Optional.empty();
    }

    /** Where a resource with that identifier stands. The value is somebody else's and could be personal, so it is hashed. */
    static Optional<SourceReference> source(Fields identifier, String type, String system) {
        Optional<String> namespace = identifier.text("system");
        Optional<String> value = identifier.text("value");
        if (namespace.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        if (namespace.get().startsWith(Canonicals.BASE)) {
            identifier.report(
                    Reason.UNKNOWN_CODE,
                    "system",
                    "the bridge's own",
                    "the system of the one who wrote it: it is no echo");
        }
        return Optional.of(new SourceReference(system, type, uuid(type + "|" + namespace.get() + "|" + value.get())));
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Whose it is; found by somebody else, since only the ledger or primary care's server knows. */
    static void subject(Fields fields) {
        fields.child("subject").ifPresent(subject -> {
            subject.text("reference");
            subject.text("type");
            subject.child("identifier").ifPresent(identifier -> {
                identifier.text("system");
                identifier.text("value");
            });
        });
    }

    /**
     * Whether a label says that the person may not see it. Privacy: a label or a modifier that the bridge cannot heed would be one
     * that is not kept, so it is a problem.
     */
    static boolean notForPatient(Fields fields, JsonNode whole) {
        boolean hidden = false;
        for (Fields label :
                fields.child("meta").map(meta -> meta.children("security")).orElse(List.of())) {
            String system = label.text("system").orElse("");
            String code = label.text("code").orElse("");
            boolean hides = system.equals(ACT_CODE) && NOT_FOR_PATIENT.contains(code);
            hidden |= hides;
            if (!hides && !(system.equals(CONFIDENTIALITY) && USUAL.contains(code))) {
                fields.report(
                        Reason.LABEL_NOT_CARRIED,
                        "meta.security",
                        "a label that the bridge cannot heed",
                        "none, NOPAT, or a confidentiality of N or less");
            }
        }
        if (whole.findValue("modifierExtension") != null || whole.has("implicitRules")) {
            fields.report(
                    Reason.UNKNOWN_CODE,
                    "modifierExtension",
                    "it, or implicitRules",
                    "neither, since it could change what the rest means");
        }
        return hidden;
    }

    /** One line, such as a name. */
    static String line(Fields fields, String name, String text) {
        if (text.length() > LONGEST_LINE || text.chars().anyMatch(Character::isISOControl)) {
            fields.report(
                    Reason.NOT_JSON,
                    name,
                    text.length() + " characters",
                    "one line of at most " + LONGEST_LINE + " characters");
        }
        return text.strip();
    }
}
