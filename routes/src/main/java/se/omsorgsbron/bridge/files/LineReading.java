package se.omsorgsbron.bridge.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.bridge.intake.NoteDesk.Outcome;
import se.omsorgsbron.bridge.intake.SentFields;
import se.omsorgsbron.nightpatrol.PatrolNote;
import se.omsorgsbron.nightpatrol.PatrolWithdrawal;
import se.omsorgsbron.nightpatrol.mapper.PatrolLine;
import se.omsorgsbron.nightpatrol.mapper.PatrolMapper;

/** What a line says, read by the same mapper as what comes by the API. */
final class LineReading {
    private LineReading() {}

    /** A line that was read. */
    sealed interface Read {
        int number();

        /** A note; {@code fields} has the hash of each field. */
        record Note(int number, PatrolNote note, Map<String, String> fields) implements Read {}

        /** A withdrawal; {@code fields} as above. */
        record Withdrawal(int number, PatrolWithdrawal withdrawal, Map<String, String> fields) implements Read {}

        /** Something that is neither. */
        record Refused(int number, List<Fault> faults) implements Read {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    static Read of(NoteFile.Line line) {
        if (line instanceof NoteFile.Line.Whole whole) {
            ObjectNode json = PatrolLine.toJson(whole.values());
            return json.has(PatrolLine.WITHDRAWS)
                    ? read(
                            whole,
                            PatrolMapper.toWithdrawal(json),
                            withdrawal -> new Read.Withdrawal(whole.number(), withdrawal, SentFields.hashes(json)))
                    : read(
                            whole,
                            PatrolMapper.toNote(json),
                            note -> new Read.Note(whole.number(), note, SentFields.hashes(json)));
        }
        return new Read.Refused(line.number(), List.of(((NoteFile.Line.Broken) line).fault()));
    }

    private static <T> Read read(NoteFile.Line line, Mapped<T> mapped, Function<T, Read> read) {
        List<Fault> faults = new ArrayList<>();
        if (mapped instanceof Mapped.Rejected<T> rejected) {
            rejected.problems()
                    .forEach(problem -> faults.add(
                            Fault.in(PatrolLine.column(problem.field()), problem.found(), problem.expected())));
        }
        // It was meant to say something, and would be lost.
        mapped.unused().stream()
                .filter(field -> faults.isEmpty() || mapped instanceof Mapped.Value)
                .forEach(field -> faults.add(new Fault(
                        PatrolLine.column(field),
                        "a value beside a withdrawal",
                        "nothing: a withdrawal has id and withdraws alone",
                        Advice.WITHDRAWS)));
        return faults.isEmpty()
                ? read.apply(((Mapped.Value<T>) mapped).value())
                : new Read.Refused(line.number(), faults);
    }

    /** What is wrong with a line that the desk did not take. */
    static List<Fault> faults(Outcome outcome) {
        if (outcome instanceof Outcome.OtherContent other) {
            return other.differing().stream()
                    .map(field -> new Fault(
                            field.equals("author") ? "author" : PatrolLine.column(field),
                            "other content than was received " + other.before().at() + " under the same id",
                            "the same content, or a new id",
                            Advice.OTHER_CONTENT))
                    .toList();
        }
        if (outcome instanceof Outcome.UnknownNote unknown) {
            return List.of(Fault.in(
                    unknown.field(),
                    "an id under which no such note was received",
                    "the id of an earlier note on the person"));
        }
        return List.of(Fault.in(
                "person",
                "a number that nobody has whom the bridge knows",
                "a person with home care in the municipality"));
    }
}
