package se.omsorgsbron.bridge.files;

import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;

/** Looks for a patrol's files and takes them in, one after the other. */
public final class TakeInRoutes extends RouteBuilder {
    private final String patrol;
    private final Endpoint folder;
    private final TakeIn takeIn;

    /** @param patrol such as {@code 0182.night-patrol} */
    public TakeInRoutes(String patrol, Endpoint folder, TakeIn takeIn) {
        this.patrol = patrol;
        this.folder = folder;
        this.takeIn = takeIn;
    }

    @Override
    public void configure() {
        from(folder)
                .routeId(patrol + ".files.take-in")
                // Else a file over SFTP would be in memory as a whole before its first line is read.
                .streamCache(false)
                .bean(takeIn, "take");
    }
}
