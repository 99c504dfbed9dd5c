package se.omsorgsbron.bridge.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.json.StrictJson;
import se.omsorgsbron.lifecare.supplements.SupplementRows;

/** A file taken apart into the records in it, each with what it is. */
public final class Inputs {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FHIR_TYPE = "resourceType";

    private final Path file;
    private final List<RecordKind> kinds;

    private Inputs(Path file, List<RecordKind> kinds) {
        this.file = file;
        this.kinds = kinds;
    }

    /**
     * A record to be explained.
     *
     * @param label which one it is in the file
     */
    public record Input(String label, RecordKind kind, JsonNode record) {}

    /** What a file gave. */
    public sealed interface Result {
        /** Its records, and a sentence for each part of it that could not be read. */
        record Found(List<Input> inputs, List<String> unreadable) implements Result {}

        /** It cannot be told what the file is. */
        record Unusable(String sentence) implements Result {}
    }

    /**
     * Reads a file.
     *
     * @param as the code of the kind that its records have; empty where its name, or what stands in it, tells
     * @param kinds the kinds that there are
     */
    public static Result read(Path file, Optional<String> as, List<RecordKind> kinds) {
        return new Inputs(file, kinds).read(as);
    }

    private Result read(Optional<String> as) {
        if (as.isPresent() && named(as.get()).isEmpty()) {
            return new Result.Unusable(as.get() + " is no kind of record: write one of " + codes() + " after --as.");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String csv = SupplementRows.KIND.code();
            return as.map(csv::equals).orElseGet(() -> name().endsWith(".csv")) ? rows(bytes) : records(bytes, as);
        } catch (IOException unreadable) {
            return unreadable(file + " cannot be read: name a file that is there and that you may read.");
        }
    }

    private static Result unreadable(String sentence) {
        return new Result.Found(List.of(), List.of(sentence));
    }

    private Result rows(byte[] bytes) {
        SupplementRows rows = SupplementRows.read(bytes);
        List<Input> inputs = new ArrayList<>();
        rows.rows().forEach((line, record) -> inputs.add(new Input("line " + line, SupplementRows.KIND, record)));
        List<String> broken = new ArrayList<>();
        rows.broken()
                .forEach((line, problem) -> broken.add(file.getFileName()
                        + (line == 0 ? "" : ", line " + line) + ": found " + problem.found() + ", expected "
                        + problem.expected() + ". Mend it in the file; docs/supplements.md describes it."));
        return new Result.Found(inputs, broken);
    }

    private Result records(byte[] bytes, Optional<String> as) {
        Optional<JsonNode> json = StrictJson.read(bytes).filter(node -> node.isObject() || node.isArray());
        if (json.isEmpty()) {
            return unreadable(file.getFileName() + ": found " + bytes.length
                    + " bytes that are no JSON record, expected one record, or a list of records, as JSON in UTF-8."
                    + " Save the record again, whole, as the system gave it.");
        }
        boolean single = json.get().isObject();
        List<JsonNode> records = new ArrayList<>();
        if (single) {
            records.add(json.get());
        } else {
            json.get().forEach(records::add);
        }
        List<Input> inputs = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            String label = single ? "the record" : "record " + (i + 1) + " of " + records.size();
            JsonNode record = records.get(i);
            if (!record.isObject()) {
                wrong.add(file.getFileName() + ", " + label
                        + ": found something else, expected a record, {…}. Remove it or" + " write the record there.");
                continue;
            }
            Optional<RecordKind> kind = as.flatMap(this::named).or(() -> guessed(record));
            if (kind.isEmpty()) {
                return new Result.Unusable("It cannot be told what " + file.getFileName()
                        + " is. Say it with --as and one of " + codes() + ".");
            }
            inputs.add(new Input(label, kind.get(), record));
        }
        return new Result.Found(inputs, wrong);
    }

    private Optional<RecordKind> named(String code) {
        return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    private String codes() {
        return kinds.stream().map(RecordKind::code).sorted().collect(Collectors.joining(", "));
    }

    /** By what stands in it where that is certain, else by the list whose name begins the file's. */
    private Optional<RecordKind> guessed(JsonNode record) {
        if (record.has(FHIR_TYPE)) {
            return named(FhirKind.CODE);
        }
        if (record.has("withdraws")) {
            return named(PatrolKinds.WITHDRAWALS);
        }
        if (record.has("occurred") && record.has("person")) {
            return named(PatrolKinds.NOTES);
        }
        if (record.has("done") && record.has("person")) {
            return named(PatrolKinds.VISITS);
        }
        return kinds.stream()
                .filter(kind -> name().startsWith(kind.list()))
                .reduce((one, other) -> one.list().length() >= other.list().length() ? one : other);
    }

    private String name() {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** JSON that the bridge wrote itself. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the bridge wrote something that is not JSON");
        }
    }
}
