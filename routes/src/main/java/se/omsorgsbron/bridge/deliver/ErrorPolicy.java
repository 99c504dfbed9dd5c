package se.omsorgsbron.bridge.deliver;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.api.recipient.RecipientUnavailable;

/**
 * What every route does with a failure: nothing is retried in memory, the ledger knows what is due. The log says which route and
 * what kind of failure, never a message that could hold personal data.
 */
public final class ErrorPolicy extends RouteConfigurationBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPolicy.class);

    private final DeliverySteps steps;

    public ErrorPolicy(DeliverySteps steps) {
        this.steps = steps;
    }

    @Override
    public void configuration() {
        routeConfiguration()
                .onException(RecipientUnavailable.class)
                .handled(true)
                .logHandled(false)
                .logExhausted(false)
                .retryAttemptedLogLevel(LoggingLevel.OFF)
                .process(this::unavailable);
        routeConfiguration()
                .onException(NotNow.class)
                // Not handled, so that the file stays.
                .handled(false)
                .logHandled(false)
                .logExhausted(false)
                .process(this::stays);
        routeConfiguration()
                .onException(Throwable.class)
                .handled(true)
                .logHandled(false)
                .logExhausted(false)
                .process(this::failed);
    }

    private void unavailable(Exchange exchange) {
        Job job = DeliveryRoutes.job(exchange);
        LOG.info(
                "{} does not answer: {}",
                job.channel().recipient().name(),
                cause(exchange).getMessage());
        steps.unavailable(job);
    }

    private void stays(Exchange exchange) {
        LOG.warn("{}: {}", exchange.getFromRouteId(), cause(exchange).getMessage());
    }

    private void failed(Exchange exchange) {
        Throwable cause = rootOf(cause(exchange));
        LOG.error(
                "{} failed: {} at {}",
                exchange.getFromRouteId(),
                cause.getClass().getName(),
                place(cause));
        Job job = DeliveryRoutes.job(exchange);
        if (job != null) {
            steps.failed(job);
        }
    }

    private static Throwable cause(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String place(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("se.omsorgsbron")) {
                return element.toString();
            }
        }
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
