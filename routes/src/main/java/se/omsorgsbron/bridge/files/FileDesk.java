package se.omsorgsbron.bridge.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import se.omsorgsbron.bridge.files.LineReading.Read;
import se.omsorgsbron.bridge.intake.NoteBatch;
import se.omsorgsbron.bridge.intake.NoteBatch.Sent;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.intake.NoteDesk.Outcome;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;

/**
 * Takes the lines of a file to the desk at which the API's notes are taken in. Notes go there in groups, in the order of the file; what
 * refers to another note goes alone, after everything before it.
 */
public final class FileDesk {
    private static final int GROUP = 200;

    private final NoteDesk desk;
    private final NoteBatch batch;

    public FileDesk(NoteDesk desk, NoteBatch batch) {
        this.desk = desk;
        this.batch = batch;
    }

    /**
     * Takes a file in. What is thrown has nothing to do with what stands in it: the ledger does not answer, and the file is to be tried
     * again; what was stored before that is then known again.
     *
     * @param report where the report is written
     */
    FileResult take(Sender sender, Scratch file, Scratch report) throws IOException {
        try (Report faults = new Report(report.out())) {
            NoteFile lines = new NoteFile(TextEncoding.reader(file));
            Optional<NoteFile.Line.Broken> header = lines.header();
            if (header.isPresent()) {
                faults.refused(header.get().number(), List.of(header.get().fault()));
            } else {
                new Taking(sender, faults).all(lines);
            }
            return faults.result();
        }
    }

    /** The same for a file that is a stream. */
    FileResult take(Sender sender, InputStream file, Scratch report) throws IOException {
        try (Scratch copy = Scratch.of(file)) {
            return take(sender, copy, report);
        }
    }

    /** One file on its way. */
    private final class Taking {
        private final Sender sender;
        private final Report report;
        private final List<Read> group = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();

        Taking(Sender sender, Report report) {
            this.sender = sender;
            this.report = report;
        }

        void all(NoteFile lines) throws IOException {
            for (Optional<NoteFile.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                one(LineReading.of(line.get()));
            }
            flush();
        }

        private void one(Read read) throws IOException {
            if (read instanceof Read.Withdrawal withdrawal) {
                flush();
                tell(read.number(), () -> desk.withdrawal(sender, withdrawal.withdrawal(), withdrawal.fields()));
                return;
            }
            if (read instanceof Read.Note note) {
                boolean alone = note.note().corrects().isPresent();
                if (alone || !ids.add(note.note().id())) {
                    flush();
                    ids.add(note.note().id());
                }
                if (alone) {
                    alone(note);
                    return;
                }
            }
            group.add(read);
            if (group.size() >= GROUP) {
                flush();
            }
        }

        /** Stores the group, and tells of its lines in the order of the file. */
        private void flush() throws IOException {
            List<Sent> notes = group.stream()
                    .filter(Read.Note.class::isInstance)
                    .map(read -> new Sent(((Read.Note) read).note(), ((Read.Note) read).fields()))
                    .toList();
            Optional<List<Outcome>> outcomes = together(notes);
            int next = 0;
            for (Read read : group) {
                if (read instanceof Read.Refused refused) {
                    report.refused(read.number(), refused.faults());
                } else if (outcomes.isPresent()) {
                    tell(read.number(), outcomes.get().get(next++));
                } else {
                    alone((Read.Note) read);
                }
            }
            group.clear();
            ids.clear();
        }

        /** Empty where one of them cannot be stored, which says nothing of the others. */
        private Optional<List<Outcome>> together(List<Sent> notes) {
            try {
                return Optional.of(notes.isEmpty() ? List.of() : batch.take(sender, notes));
            } catch (DataIntegrityViolationException oneOfThem) {
                return Optional.empty();
            }
        }

        private void alone(Read.Note note) throws IOException {
            tell(note.number(), () -> desk.note(sender, note.note(), note.fields()));
        }

        private void tell(int line, java.util.function.Supplier<Outcome> taking) throws IOException {
            try {
                tell(line, taking.get());
            } catch (DataIntegrityViolationException cannotBeStored) {
                report.refused(
                        line, List.of(Fault.of(Advice.NOT_STORED, "something that the ledger cannot keep", "a note")));
            }
        }

        private void tell(int line, Outcome outcome) throws IOException {
            if (outcome instanceof Outcome.Taken taken) {
                report.taken(taken.isNew());
            } else {
                report.refused(line, LineReading.faults(outcome));
            }
        }
    }
}
