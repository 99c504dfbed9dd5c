package se.omsorgsbron.bridge.deliver;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.disclosure.Disclosed;

/** The way of one subject: take, compose, project, validate, deliver; and the sweep for what is due. */
public final class DeliveryRoutes extends RouteBuilder {
    /** The exchange property that holds the job from the claim on. */
    static final String JOB = "job";

    private static final Duration DATE_CHECK = Duration.ofMinutes(1);

    private final DeliverySteps steps;
    private final Sweep sweep;
    private final DateChange dateChange;
    private final BridgeConfiguration.Deliver configuration;

    public DeliveryRoutes(
            DeliverySteps steps, Sweep sweep, DateChange dateChange, BridgeConfiguration.Deliver configuration) {
        this.steps = steps;
        this.sweep = sweep;
        this.dateChange = dateChange;
        this.configuration = configuration;
    }

    @Override
    public void configure() {
        from(timer("sweep", configuration.sweepInterval()))
                .routeId("work.sweep")
                .bean(sweep, "due");

        from(timer("date", DATE_CHECK)).routeId("work.date-change").bean(dateChange, "look");

        String signal = configuration.signal();
        from(signal + (signal.contains("?") ? "&" : "?") + "concurrentConsumers=" + configuration.workers())
                .routeId("work.take")
                .bean(steps, "claim")
                .filter(body().isNotNull())
                .setProperty(JOB, body())
                .to("direct:record.compose");

        from(Signals.URGENT)
                .routeId("work.take-urgent")
                .bean(steps, "claim")
                .filter(body().isNotNull())
                .setProperty(JOB, body())
                .to("direct:record.compose");

        from("direct:record.compose")
                .routeId("record.compose")
                .bean(steps, "compose")
                .to("direct:recipient.project");

        from("direct:recipient.project")
                .routeId("recipient.project")
                .setBody(exchange ->
                        steps.project(job(exchange), exchange.getMessage().getBody(Disclosed.class)))
                .to("direct:recipient.validate");

        from("direct:recipient.validate")
                .routeId("recipient.validate")
                .bean(steps, "check")
                .to("direct:recipient.deliver");

        from("direct:recipient.deliver")
                .routeId("recipient.deliver")
                .bean(steps, "deliver")
                .bean(steps, "finish");
    }

    private static String timer(String name, Duration period) {
        return "timer:" + name + "?delay=" + period.toMillis() + "&period=" + period.toMillis();
    }

    static Job job(Exchange exchange) {
        return exchange.getProperty(JOB, Job.class);
    }
}
