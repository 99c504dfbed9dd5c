package se.omsorgsbron.bridge.app;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.ledger.WorkQueue;

/** Leaves a recipient that does not answer alone for a while, and wakes what waits for it when it answers again. */
final class Breakers {
    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private Breakers() {}

    static CircuitBreaker of(
            String municipality, String recipient, BridgeConfiguration.Deliver deliver, WorkQueue work) {
        String name = municipality + "." + recipient;
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowSize(4)
                .minimumNumberOfCalls(2)
                .failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(
                        IntervalFunction.ofExponentialRandomBackoff(deliver.backoffMin(), 2, 0.5, deliver.backoffMax()))
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
        CircuitBreaker breaker = CircuitBreaker.of(name, config);
        breaker.getEventPublisher().onStateTransition(event -> {
            CircuitBreaker.State state = event.getStateTransition().getToState();
            LOG.info("{} {}", name, state == CircuitBreaker.State.CLOSED ? "answers" : "is " + state);
            if (state == CircuitBreaker.State.CLOSED) {
                work.wake(municipality, recipient);
            }
        });
        return breaker;
    }
}
