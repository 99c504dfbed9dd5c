package se.omsorgsbron.lifecare.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.mapper.CriticalInformationMapper;
import se.omsorgsbron.lifecare.mapper.MappingContext;

/** A whole record of critical information, of which the feed makes a note for each documentation. Pure. */
final class CriticalInformation {
    static final List<String> LISTS = List.of("Infections", "Observations", "Warnings");

    private CriticalInformation() {}

    /** All notes of a record, as of executions under SoL; fields by their path in the whole record. */
    static Mapped<List<Fact>> map(JsonNode record, MappingContext context) {
        List<String> unused = new ArrayList<>(CriticalInformationMapper.unused(record));
        if (!CriticalInformationMapper.readable(record)) {
            String expected = "a record with lists of documentations";
            return new Mapped.Rejected<>(List.of(new Problem(Reason.NOT_JSON, "", "something else", expected)), unused);
        }
        List<Fact> facts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String list : LISTS) {
            for (int i = 0; i < record.path(list).size(); i++) {
                String at = list + "[" + i + "].";
                JsonNode documentation = record.path(list).get(i);
                Mapped<List<Fact>> note =
                        CriticalInformationMapper.toJournalNote(record, documentation, Law.SOL, context);
                note.unused().forEach(path -> unused.add(at + path));
                if (note instanceof Mapped.Value<List<Fact>> value) {
                    facts.addAll(value.value());
                } else if (note instanceof Mapped.Rejected<List<Fact>> rejected) {
                    rejected.problems().stream().map(inside(at)).forEach(problems::add);
                }
            }
        }
        return problems.isEmpty() ? new Mapped.Value<>(facts, unused) : new Mapped.Rejected<>(problems, unused);
    }

    private static Function<Problem, Problem> inside(String at) {
        return problem -> problem.field().equals("PersonId")
                ? problem
                : new Problem(problem.reason(), at + problem.field(), problem.found(), problem.expected());
    }
}
