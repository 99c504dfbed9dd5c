package se.omsorgsbron.bridge.files;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.bridge.deliver.NotNow;

/**
 * What goes wrong around a file after it was read, such as that it cannot be moved: said in the log without the file's name or a message,
 * which could hold anything. The file is looked at again, and what was stored is known again.
 */
class FolderFailures implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FolderFailures.class);

    private final String folder;

    FolderFailures(String folder) {
        this.folder = folder;
    }

    /** What goes wrong before a file is read is the folder's failure, which {@link FolderPoll} notes. */
    static ExceptionHandler silent() {
        return new FolderFailures("") {
            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                // Noted elsewhere.
            }
        };
    }

    @Override
    public void handleException(Throwable exception) {
        handleException("", null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        // Of what is tried again the route has told.
        if (!(exception instanceof NotNow)) {
            LOG.warn(
                    "{}: a file was read and could not be moved: {}",
                    folder,
                    exception.getClass().getSimpleName());
        }
    }
}
