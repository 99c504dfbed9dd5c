package se.omsorgsbron.bridge.audit;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** The way of the audit to an external store. */
public final class AuditRoutes extends RouteBuilder {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final AuditShipment shipment;

    public AuditRoutes(AuditShipment shipment) {
        this.shipment = shipment;
    }

    @Override
    public void configure() {
        from("timer:audit?delay=0&period=" + PERIOD.toMillis())
                .routeId("audit.ship")
                .bean(shipment, "ship");
    }
}
