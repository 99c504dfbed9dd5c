package se.omsorgsbron.bridge.deliver;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.ZoneId;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;

/**
 * The way from one municipality to one recipient.
 *
 * @param municipality code, four digits
 * @param zone the municipality's time zone
 * @param recipient its adapter
 * @param address base address of the recipient's interface, for the audit
 * @param policy what it may have
 * @param breaker opens when the recipient does not answer; then it is left alone for a while
 */
public record Channel(
        String municipality,
        ZoneId zone,
        Recipient recipient,
        String address,
        DisclosurePolicy policy,
        CircuitBreaker breaker) {

    /** Whether the recipient is being left alone, so that work for it is not taken up. */
    boolean resting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }
}
