package se.omsorgsbron.fhirserver;

import java.nio.file.Path;
import org.apache.catalina.valves.AccessLogValve;

/** The access log: a line per request, with nothing of what was asked or sent. */
final class RequestLog {
    /** The request attribute that keeps a request out of the log. */
    static final String UNLOGGED = "se.omsorgsbron.unlogged";

    /** The request attribute that holds the client whose token was taken. */
    static final String CLIENT = "se.omsorgsbron.client";

    private RequestLog() {}

    /** @param withClients whether each line ends with the client, or - for a request without a token */
    static AccessLogValve in(Path file, boolean withClients) {
        AccessLogValve log = new AccessLogValve();
        log.setDirectory(file.getParent().toString());
        log.setPrefix(file.getFileName().toString());
        log.setSuffix("");
        log.setRotatable(false);
        log.setBuffered(false);
        log.setConditionUnless(UNLOGGED);
        // %U is the path alone: a query can carry an identity number, and %r would log it.
        String line = "%{yyyy-MM-dd'T'HH:mm:ss.SSSXXX}t %m %U %s %{ms}T";
        log.setPattern(withClients ? line + " %{" + CLIENT + "}r" : line);
        return log;
    }
}
