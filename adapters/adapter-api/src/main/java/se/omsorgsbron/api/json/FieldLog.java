package se.omsorgsbron.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.mapping.Problem;

/** What has been read of one record, and what was wrong with it; shared by all cursors over that record. */
final class FieldLog {
    private final JsonNode root;
    private final Optional<ZoneId> zone;
    private final Set<String> touched = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    FieldLog(JsonNode root, Optional<ZoneId> zone) {
        this.root = root;
        this.zone = zone;
    }

    Optional<ZoneId> zone() {
        return zone;
    }

    void touch(String path) {
        touched.add(path);
    }

    void report(Problem problem) {
        problems.add(problem);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<String> unused() {
        return Leaves.of(root).stream().filter(leaf -> !touched.contains(leaf)).toList();
    }
}
