package se.omsorgsbron.bridge.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.bridge.deliver.NotNow;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;

/** Takes in the files of one patrol, and writes the report of each beside it. */
public final class TakeIn {
    /** The exchange property that says where the file goes when all of it has been read: a path below the folder. */
    static final String MOVED = "movedTo";

    private static final Logger LOG = LoggerFactory.getLogger(TakeIn.class);
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern STRANGE = Pattern.compile("[^\\p{L}\\p{N} ._()-]");
    private static final int LONGEST = 100;

    private final Sender sender;
    private final FileDesk desk;
    private final Folder folder;

    public TakeIn(Sender sender, FileDesk desk, Folder folder) {
        this.sender = sender;
        this.desk = desk;
        this.folder = folder;
    }

    /**
     * Takes a file in. It goes to {@code done} where everything in it is stored, else to {@code failed}, under the time when it was
     * last written and its name; the report stands beside it before that, so that no file is without one.
     *
     * @throws NotNow where the ledger, or the folder, does not answer
     */
    public void take(@Body InputStream file, Exchange exchange) {
        try (Scratch report = Scratch.empty()) {
            FileResult result = desk.take(sender, file, report);
            String moved = (result.good() ? "done/" : "failed/") + name(exchange);
            folder.put(moved + ".report.csv", report.in());
            exchange.setProperty(MOVED, moved);
            LOG.info("{}.{}: a file of {}", sender.municipality(), sender.system(), result.english());
        } catch (IOException | RuntimeException notNow) {
            throw new NotNow(notNow);
        }
    }

    /** Whoever named the file must not name an expression of Camel's, or a name that is too long with what is added to it. */
    private static String name(Exchange exchange) {
        Long written = exchange.getMessage().getHeader(Exchange.FILE_LAST_MODIFIED, Long.class);
        String name = STRANGE.matcher(exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class))
                .replaceAll("_");
        String end = name.substring(Math.max(0, name.length() - LONGEST));
        return WRITTEN.format(Instant.ofEpochMilli(written)) + "-" + end;
    }
}
