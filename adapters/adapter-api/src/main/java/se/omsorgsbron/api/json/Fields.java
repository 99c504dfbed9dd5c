package se.omsorgsbron.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;

/**
 * A cursor over one record of a system. Every read remembers its path, and what is wrong becomes a typed problem, so that all
 * problems are told at once and what no mapper reads is known. A required field that is missing reads as an empty value;
 * {@link #mapped} never lets that leave.
 */
public final class Fields {
    private final JsonNode node;
    private final String path;
    private final FieldLog log;

    private Fields(JsonNode node, String path, FieldLog log) {
        this.node = node;
        this.path = path;
        this.log = log;
    }

    /**
     * A cursor over a whole record.
     *
     * @param zone of times that have no offset, and of days
     */
    public static Fields of(JsonNode record, ZoneId zone) {
        return new Fields(record, "", new FieldLog(record, Optional.of(zone)));
    }

    /** A cursor over a whole record of a system whose times always bear an offset; one without is no time. */
    public static Fields of(JsonNode record) {
        return new Fields(record, "", new FieldLog(record, Optional.empty()));
    }

    /** Text as it stands; blank text counts as none. */
    public Optional<String> text(String name) {
        return scalar(name, "text", JsonNode::isTextual, JsonNode::textValue);
    }

    /** An id: a whole number or text. */
    public Optional<String> id(String name) {
        return scalar(name, "an id", value -> value.isTextual() || value.isIntegralNumber(), JsonNode::asText);
    }

    public Optional<Boolean> flag(String name) {
        return scalar(name, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
    }

    /** A day in the municipality's zone. */
    public Optional<LocalDate> date(String name) {
        return time(name, Times::date, Times.EXPECTED_DATE);
    }

    /** A moment. */
    public Optional<Instant> instant(String name) {
        return time(name, Times::instant, Times.EXPECTED_TIME);
    }

    /** What the table says for the code that stands there. */
    public <T> Optional<T> code(String name, Map<String, T> table) {
        return text(name).flatMap(code -> {
            Optional<T> known = Optional.ofNullable(table.get(code));
            if (known.isEmpty()) {
                report(
                        Reason.UNKNOWN_CODE,
                        name,
                        Found.code(code),
                        "one of " + String.join(", ", new TreeSet<>(table.keySet())));
            }
            return known;
        });
    }

    /** What the table says for each code of a list; none where there is no list. */
    public <T> List<T> codes(String name, Map<String, T> table) {
        JsonNode list = list(name);
        ObjectNode entries = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < list.size(); i++) {
            entries.set(name + "[" + i + "]", list.get(i));
        }
        Fields each = new Fields(entries, path, log);
        List<T> codes = new ArrayList<>();
        entries.fieldNames().forEachRemaining(entry -> each.code(entry, table).ifPresent(codes::add));
        return codes;
    }

    public String requiredText(String name) {
        return required(name, text(name)).orElse("");
    }

    public String requiredId(String name) {
        return required(name, id(name)).orElse("");
    }

    public boolean requiredFlag(String name) {
        return required(name, flag(name)).orElse(false);
    }

    public LocalDate requiredDate(String name) {
        return required(name, date(name)).orElse(LocalDate.EPOCH);
    }

    public Instant requiredInstant(String name) {
        return required(name, instant(name)).orElse(Instant.EPOCH);
    }

    /** Reports fields that the contract requires and the bridge does not use; what stands there stays unused. */
    public void requirePresent(String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value == null || value.isNull()) {
                report(Reason.MISSING_FIELD, name, "nothing", "a value, as the contract requires");
            }
        }
    }

    /** A cursor over an object inside; empty where there is none. */
    public Optional<Fields> child(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            report(Reason.NOT_JSON, name, Found.describe(value), "an object");
            return Optional.empty();
        }
        return Optional.of(new Fields(value, at(name), log));
    }

    /** Cursors over the objects of a list inside; none where there is no list. */
    public List<Fields> children(String name) {
        JsonNode list = list(name);
        List<Fields> children = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String entry = name + "[" + i + "]";
            if (list.get(i).isObject()) {
                children.add(new Fields(list.get(i), at(entry), log));
            } else if (!list.get(i).isNull()) {
                report(Reason.NOT_JSON, entry, Found.describe(list.get(i)), "an object");
            }
        }
        return children;
    }

    /** The texts of a list inside, blank ones left out; none where there is no list. */
    public List<String> texts(String name) {
        JsonNode list = list(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (Leaves.populated(list.get(i))) {
                String entry = name + "[" + i + "]";
                log.touch(at(entry));
                if (list.get(i).isTextual()) {
                    texts.add(list.get(i).textValue());
                } else {
                    report(Reason.NOT_JSON, entry, Found.describe(list.get(i)), "text");
                }
            }
        }
        return texts;
    }

    /** A list inside; an empty one where there is none, and, with a problem, where something else stands. */
    private JsonNode list(String name) {
        JsonNode list = node.get(name);
        if (list == null || list.isNull()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        if (!list.isArray()) {
            report(Reason.NOT_JSON, name, Found.describe(list), "a list");
            return JsonNodeFactory.instance.arrayNode();
        }
        return list;
    }

    /** Adds a problem with the field called {@code name} here. */
    public void report(Reason reason, String name, String found, String expected) {
        log.report(new Problem(reason, at(name), found, expected));
    }

    /** Paths of the populated fields of the whole record that were not read. */
    public List<String> unused() {
        return log.unused();
    }

    /** The value, made only if no problem was found in the whole record; else the problems, all of them. */
    public <T> Mapped<T> mapped(Supplier<T> value) {
        return log.problems().isEmpty()
                ? new Mapped.Value<>(value.get(), unused())
                : new Mapped.Rejected<>(log.problems(), unused());
    }

    private <T> Optional<T> scalar(
            String name, String expected, Function<JsonNode, Boolean> fits, Function<JsonNode, T> read) {
        JsonNode value = node.get(name);
        if (value == null || !Leaves.populated(value)) {
            return Optional.empty();
        }
        log.touch(at(name));
        if (!fits.apply(value)) {
            report(Reason.NOT_JSON, name, Found.describe(value), expected);
            return Optional.empty();
        }
        return Optional.of(read.apply(value));
    }

    private <T> Optional<T> time(String name, BiFunction<String, Optional<ZoneId>, Optional<T>> read, String expected) {
        return text(name).flatMap(text -> {
            Optional<T> time = read.apply(text, log.zone());
            if (time.isEmpty()) {
                report(Reason.NOT_A_DATE, name, Times.describe(text), expected);
            }
            return time;
        });
    }

    private <T> Optional<T> required(String name, Optional<T> value) {
        JsonNode stands = node.get(name);
        if (stands == null || !Leaves.populated(stands)) {
            report(Reason.MISSING_FIELD, name, "nothing", "a value");
        }
        return value;
    }

    private String at(String name) {
        return Leaves.join(path, name);
    }
}
