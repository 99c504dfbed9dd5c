package se.omsorgsbron.bridge.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What was wrong with which line of a file, as CSV for a spreadsheet and a program alike: UTF-8 with a byte order mark, semicolons. Never
 * what stood in the file.
 */
final class Report implements AutoCloseable {
    private static final String[] HEADER = {"line", "column", "found", "expected", "remedy", "åtgärd"};

    private final CSVPrinter csv;
    private int lines;
    private int fresh;
    private int again;
    private int refused;

    Report(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        csv = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader(HEADER)
                .build()
                .print(writer);
    }

    void taken(boolean isNew) {
        lines++;
        if (isNew) {
            fresh++;
        } else {
            again++;
        }
    }

    void refused(int line, Iterable<Fault> faults) throws IOException {
        lines++;
        refused++;
        for (Fault fault : faults) {
            csv.printRecord(
                    line,
                    fault.column(),
                    fault.found(),
                    fault.expected(),
                    fault.advice().english(),
                    fault.advice().swedish());
        }
    }

    /** What a file came to. */
    FileResult result() {
        return new FileResult(lines, fresh, again, refused);
    }

    /** Ends with how many lines were what. */
    @Override
    public void close() throws IOException {
        FileResult result = result();
        csv.printRecord("all", "", result.english(), "", result.remedy(), result.swedish());
        csv.flush();
    }
}
