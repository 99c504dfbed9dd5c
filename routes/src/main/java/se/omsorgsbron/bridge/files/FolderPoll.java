package se.omsorgsbron.bridge.files;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.FeedStates;

/** Notes in the ledger whether a folder answers, where health finds it; once for each change. */
public final class FolderPoll implements PollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(FolderPoll.class);

    private final FeedKey folder;
    private final FeedStates states;
    private final AtomicReference<Boolean> answers = new AtomicReference<>();

    public FolderPoll(FeedKey folder, FeedStates states) {
        this.folder = folder;
        this.states = states;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        answered();
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        failed(cause);
        return false;
    }

    /** The folder was read, or written. */
    void answered() {
        note(true, () -> states.answers(folder));
    }

    /** It was not; the message of the cause, which can hold an address, is not told. */
    void failed(Exception cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String failure = "does not answer (" + root.getClass().getSimpleName() + ")";
        note(false, () -> states.failed(folder, failure));
    }

    /** Such as {@code 0182.night-patrol.files-in}. */
    @Override
    public String toString() {
        return folder.toString();
    }

    private void note(boolean good, Runnable inLedger) {
        if (Boolean.valueOf(good).equals(answers.get())) {
            return;
        }
        if (answers.get() != null || !good) {
            LOG.info("{} {}", folder, good ? "answers" : "does not answer");
        }
        try {
            inLedger.run();
            answers.set(good);
        } catch (DataAccessException | TransactionException ledgerDown) {
            // The ledger's own health tells; here it is noted at the next look.
        }
    }
}
