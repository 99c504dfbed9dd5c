package se.omsorgsbron.lifecare.supplements;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.lifecare.supplements.SupplementMapper.Supplement;
import se.omsorgsbron.lifecare.supplements.SupplementsFeed.Ownership;

/**
 * What a file says of one municipality. Rows and mistakes are two resources: a row's id is what it says ({@code
 * client:110001/asked/2026-03-03}), so that it survives being moved; a mistake's is its line number, which is what the coordinator
 * looks for.
 */
final class SupplementsReading {
    static final String SYSTEM = "supplements";
    /** Rows that could be read. */
    static final String ROWS = "rows";
    /** Lines that could not. */
    static final String MISTAKES = "supplements";

    private final Ownership ownership;
    private final Map<String, Observation> rows = new LinkedHashMap<>();
    private final Set<Map<String, String>> said = new HashSet<>();
    private final List<Observation> mistakes = new ArrayList<>();
    /** Beginnings of the ids that a row which cannot be read may have had before it was spoilt. */
    private final List<String> spoilt = new ArrayList<>();

    private SupplementsReading(Ownership ownership) {
        this.ownership = ownership;
    }

    /**
     * Reads the file.
     *
     * @param known ids of the rows that the ledger has
     */
    static Observations read(SupplementsFile file, Ownership ownership, List<String> known) {
        SupplementsReading reading = new SupplementsReading(ownership);
        file.rows().forEach(reading::row);
        file.broken().forEach(reading::broken);
        List<Observation> items = new ArrayList<>(reading.rows.values());
        items.addAll(reading.mistakes);
        boolean whole = file.broken().stream().noneMatch(broken -> broken.line() <= 1);
        return new Observations(items, reading.coverage(whole, known));
    }

    /** A row that is known and missing counts as gone, unless one of the spoilt lines may be it. */
    private Coverage coverage(boolean whole, List<String> known) {
        if (!whole) {
            return new Coverage.Partial();
        }
        boolean maybeSpoilt = known.stream()
                .filter(id -> !rows.containsKey(id))
                .anyMatch(id -> spoilt.stream().anyMatch(id::startsWith));
        return new Coverage.Complete(maybeSpoilt ? Set.of(MISTAKES) : Set.of(MISTAKES, ROWS));
    }

    private void row(Row row) {
        String municipality = row.value("municipality").orElse("");
        if (!ownership.isKnown(municipality)) {
            stranger(row);
        } else if (ownership.isMine(municipality) && said.add(row.values())) {
            Mapped<Supplement> mapped = SupplementMapper.toSupplement(row);
            if (mapped instanceof Mapped.Value<Supplement> value) {
                read(row, value);
            } else if (mapped instanceof Mapped.Rejected<Supplement> rejected) {
                spoil(row);
                mistake(row, rejected.problems());
            }
        }
    }

    /** A row of no known municipality may be anybody's: Excel, for one, makes 0127 into 127. */
    private void stranger(Row row) {
        spoil(row);
        if (ownership.tellsOfStrangers()) {
            String found = "no municipality that reads the file";
            mistake(row, List.of(problem("municipality", found, "a code of four digits, such as 0127")));
        }
    }

    /** Notes whose row it may have been: anybody's, where the subject itself is spoilt. */
    private void spoil(Row row) {
        boolean anybody = SupplementMapper.toSupplement(row) instanceof Mapped.Rejected<Supplement> rejected
                && rejected.problems().stream()
                        .anyMatch(problem -> problem.field().equals("subject"));
        spoilt.add(anybody ? "" : row.value("subject").orElse("") + "/");
    }

    private void read(Row row, Mapped.Value<Supplement> value) {
        SourceReference source = new SourceReference(SYSTEM, ROWS, id(row));
        Supplement supplement = value.value();
        Fact fact = new Fact(source, supplement.subject(), supplement.content(), Set.of(), Set.of(), Optional.empty());
        rows.put(source.id(), new Observation.Read(source, List.of(fact), value.unused()));
    }

    /** Subject, kind and date; the second and further rows that have these in common are numbered. */
    private String id(Row row) {
        String id = said(row);
        String free = id;
        for (int i = 2; rows.containsKey(free); i++) {
            free = id + "/" + i;
        }
        return free;
    }

    /** Subject, kind and date. */
    static String said(Row row) {
        return String.join(
                "/",
                row.value("subject").orElse(""),
                row.value("kind").orElse(""),
                row.value("date").orElse(""));
    }

    private void mistake(Row row, List<Problem> problems) {
        unreadable(row.line(), row.raw(), problems);
    }

    /** A line that cannot be taken apart says not even whose it is, so every municipality that reads the file tells of it. */
    private void broken(SupplementsFile.Broken broken) {
        spoilt.add("");
        unreadable(broken.line(), broken.raw(), List.of(problem("", broken.found(), broken.expected())));
    }

    private void unreadable(int line, String raw, List<Problem> problems) {
        SourceReference source = new SourceReference(SYSTEM, MISTAKES, Integer.toString(line));
        mistakes.add(new Observation.Unreadable(source, Optional.empty(), raw, problems));
    }

    private static Problem problem(String field, String found, String expected) {
        return new Problem(Reason.BAD_SUPPLEMENT, field, found, expected);
    }
}
