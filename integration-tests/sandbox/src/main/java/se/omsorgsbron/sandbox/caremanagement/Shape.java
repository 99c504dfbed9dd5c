package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.omsorgsbron.sandbox.caremanagement.Refusal.Violation;

/**
 * What the contract takes in a body: its fields, each with what it has to be. {@code !} is required, {@code <n} at most n characters,
 * {@code @} a time with an offset, {@code (A|B)} one of these. Another field is passed over, as Spring does.
 */
enum Shape {
    ERRAND(
            "Errand",
            "typeSlug<64",
            "title<255",
            "status<64",
            "description",
            "priority<16",
            "reporterUserId<64",
            "assignedUserId<64",
            "processDefinitionName<128"),
    PATCH_ERRAND(
            "PatchErrand",
            "title<255",
            "status<64",
            "description",
            "priority<16",
            "reporterUserId<64",
            "assignedUserId<64"),
    STAKEHOLDER(
            "Stakeholder",
            "externalId<255",
            "externalIdType<32",
            "role",
            "firstName<100",
            "lastName<100",
            "organizationName<255",
            "address<255",
            "careOf<255",
            "zipCode<10",
            "city<100",
            "country<100",
            "contactChannels"),
    NOTE("CreateNote", "body!<8192", "author<64"),
    UPDATE_NOTE("UpdateNote", "body!<8192", "modifiedBy<64"),
    ENTRY("CreateJournalEntry", "type!<255", "heading!<255", "text<1048576", "entryDateTime!@", "createdBy<64"),
    UPDATE_ENTRY("UpdateJournalEntry", "type!<255", "heading!<255", "text<1048576", "entryDateTime!@", "modifiedBy<64"),
    DOCUMENT("CreateDocument", "type!<255", "heading!<255", "text<1048576", "documentDateTime!@", "createdBy<64"),
    UPDATE_DOCUMENT(
            "UpdateDocument", "type!<255", "heading!<255", "text<1048576", "documentDateTime!@", "modifiedBy<64"),
    NOTIFICATION(
            "Notification",
            "ownerId<64",
            "createdBy<64",
            "type(CREATE|UPDATE|DELETE)",
            "subType(ERRAND|DECISION|ATTACHMENT|STAKEHOLDER|PARAMETER|MESSAGE|SYSTEM)",
            "description",
            "content",
            "acknowledged"),
    NAMESPACE("NamespaceConfig", "displayName<255", "shortCode<16"),
    LOCK("LockJournalEntry", "lockedBy<64");

    private final String schema;

    // Made here and never changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<String, Field> fields = new LinkedHashMap<>();

    Shape(String schema, String... fields) {
        this.schema = schema;
        for (String field : fields) {
            Matcher parts = Field.read(field);
            this.fields.put(parts.group(1), Field.of(parts));
        }
    }

    /** What a field has to be. */
    record Field(boolean required, int longest, boolean time, List<String> codes) {

        private static final Pattern PARTS = Pattern.compile("([A-Za-z]+)(!?)(?:<([0-9]+))?(@?)(?:\\(([A-Z|]+)\\))?");

        private static Matcher read(String field) {
            Matcher parts = PARTS.matcher(field);
            if (!parts.matches()) {
                throw new IllegalArgumentException(field);
            }
            return parts;
        }

        private static Field of(Matcher parts) {
            return new Field(
                    !parts.group(2).isEmpty(),
                    parts.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(parts.group(3)),
                    !parts.group(4).isEmpty(),
                    parts.group(5) == null ? List.of() : List.of(parts.group(5).split("\\|")));
        }
    }

    /** Its name in the contract. */
    String schema() {
        return schema;
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** The body with the contract's fields alone, times in UTC. @throws Refusal with everything that is wrong */
    ObjectNode take(JsonNode body) {
        if (!body.isObject()) {
            throw new Refusal(400, "Failed to read request");
        }
        List<Violation> violations = new ArrayList<>();
        ObjectNode taken = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, field) -> {
            JsonNode value = body.path(name);
            if (value.isMissingNode() || value.isNull()) {
                if (field.required()) {
                    violations.add(new Violation(name, "must not be null"));
                }
            } else {
                taken.set(name, taken(name, field, value, violations));
            }
        });
        if (!violations.isEmpty()) {
            throw new Refusal(400, "Constraint Violation", violations);
        }
        return taken;
    }

    private static JsonNode taken(String name, Field field, JsonNode value, List<Violation> violations) {
        String text = value.asText();
        if (field.required() && text.isBlank()) {
            violations.add(new Violation(name, "must not be blank"));
        }
        if (text.length() > field.longest()) {
            violations.add(new Violation(name, "size must be between 0 and " + field.longest()));
        }
        if (!field.codes().isEmpty() && !field.codes().contains(text)) {
            throw new Refusal(400, "Failed to read request");
        }
        return field.time() ? JsonNodeFactory.instance.textNode(utc(text)) : value.deepCopy();
    }

    private static String utc(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant().toString();
        } catch (DateTimeException noOffset) {
            throw new Refusal(400, "Failed to read request");
        }
    }
}
