package se.omsorgsbron.bridge.deliver;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** Looks after risks at intervals. */
public final class RiskRoutes extends RouteBuilder {
    private final RiskSweep sweep;
    private final Duration interval;

    public RiskRoutes(RiskSweep sweep, Duration interval) {
        this.sweep = sweep;
        this.interval = interval;
    }

    @Override
    public void configure() {
        from("timer:risks?delay=" + interval.toMillis() + "&period=" + interval.toMillis())
                .routeId("risks.look-after")
                .bean(sweep, "look");
    }
}
