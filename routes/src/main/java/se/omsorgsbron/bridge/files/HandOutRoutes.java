package se.omsorgsbron.bridge.files;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** Looks whether a patrol's files are to be put in its folder anew. */
public final class HandOutRoutes extends RouteBuilder {
    private final String patrol;
    private final Duration every;
    private final HandOut handOut;

    /**
     * @param patrol such as {@code 0182.night-patrol}
     * @param every between two looks, so at most so often
     */
    public HandOutRoutes(String patrol, Duration every, HandOut handOut) {
        this.patrol = patrol;
        this.every = every;
        this.handOut = handOut;
    }

    @Override
    public void configure() {
        from("timer:" + patrol + ".files?delay=0&period=" + every.toMillis())
                .routeId(patrol + ".files.hand-out")
                .bean(handOut, "look");
    }
}
