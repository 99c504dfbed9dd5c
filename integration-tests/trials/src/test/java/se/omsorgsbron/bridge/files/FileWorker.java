package se.omsorgsbron.bridge.files;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.bridge.config.FilesSettings;
import se.omsorgsbron.bridge.config.FilesSettings.Sftp;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.ErrorPolicy;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.intake.Intake;
import se.omsorgsbron.bridge.intake.NoteBatch;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FactStore;
import se.omsorgsbron.bridge.ledger.FactTable;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.HeldItems;
import se.omsorgsbron.bridge.ledger.Inbox;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.ledger.WorkQueue;

/** A process that does nothing but take in the files of one folder over SFTP: {@link ManyLinesTest} starts and kills it. */
final class FileWorker {
    private FileWorker() {}

    /** @param arguments the ledger's address, the folder on the SFTP server, the key's file and that of the server's key */
    public static void main(String[] arguments) throws Exception {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(arguments[0]);
        pool.setMaximumPoolSize(2);
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        SubjectTable subjects = new SubjectTable(jdbc);
        FeedStates feeds = new FeedStates(jdbc);
        FactStore store = new FactStore(
                transaction,
                new FactTable(jdbc),
                subjects,
                feeds,
                new HeldItems(jdbc, transaction, feeds),
                new WorkQueue(jdbc));
        Intake intake = new Intake(
                store, new Channels(List.of()), new Signals(TestDesk.nobody(), "direct:nowhere"), transaction);
        Inbox inbox = new Inbox(jdbc);
        NoteDesk desk = new NoteDesk(intake, inbox, new FactReader(jdbc, subjects), subjects, Clock.systemUTC());
        FileDesk files = new FileDesk(desk, new NoteBatch(intake, inbox, subjects, Clock.systemUTC()));

        CamelContext camel = new DefaultCamelContext();
        camel.addRoutesConfigurations(new ErrorPolicy(null));
        FilesSettings settings = TakeInTest.sftp(
                arguments[1], new Sftp(Path.of(arguments[2]), null, Path.of(arguments[3]), Duration.ofSeconds(20)));
        FolderEndpoints folders = new FolderEndpoints(camel, settings);
        Folder reports = new Folder(camel.createProducerTemplate(), folders.put(arguments[1]));
        camel.addRoutes(new TakeInRoutes(
                "0127.night-patrol",
                folders.taken(new FolderPoll(new FeedKey("0127", "night-patrol", "files-in"), feeds)),
                new TakeIn(TestDesk.SENDER, files, reports)));
        camel.start();
        Thread.currentThread().join();
    }
}
