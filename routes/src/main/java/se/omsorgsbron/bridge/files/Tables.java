package se.omsorgsbron.bridge.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import se.omsorgsbron.nightpatrol.mapper.NightTables;
import se.omsorgsbron.nightpatrol.mapper.NightTables.Table;

/**
 * The tables of what a patrol may know as CSV, on disk until they are closed: UTF-8 with a byte order mark, semicolons, CRLF, as
 * spreadsheets read it.
 */
final class Tables implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final NightTables rows = new NightTables();
    private final Map<Table, Scratch> files = new EnumMap<>(Table.class);
    private final Map<Table, CSVPrinter> printers = new EnumMap<>(Table.class);

    Tables() throws IOException {
        for (Table table : Table.values()) {
            Scratch file = Scratch.empty();
            files.put(table, file);
            Writer writer = new BufferedWriter(new OutputStreamWriter(file.out(), StandardCharsets.UTF_8));
            writer.write('\uFEFF');
            String[] header = table.header().toArray(String[]::new);
            printers.put(
                    table,
                    CSVFormat.DEFAULT
                            .builder()
                            .setDelimiter(';')
                            .setHeader(header)
                            .build()
                            .print(writer));
        }
    }

    /** Takes the next entry; persons and staff come before what refers to them. */
    void add(String key, String content) {
        try {
            for (NightTables.Row row : rows.rows(key, JSON.readTree(content))) {
                printers.get(row.table()).printRecord(row.cells());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of the changes is no JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table, whole. */
    InputStream file(Table table) throws IOException {
        printers.get(table).flush();
        return files.get(table).in();
    }

    @Override
    public void close() throws IOException {
        for (Scratch file : files.values()) {
            file.close();
        }
    }
}
