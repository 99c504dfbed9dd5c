package se.omsorgsbron.bridge.deliver;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.bridge.compose.Composer;
import se.omsorgsbron.bridge.disclosure.Disclosed;
import se.omsorgsbron.bridge.disclosure.Disclosure;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

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

    /** What the recipient may have of a subject; empty where there is nothing to tell. */
    Optional<Disclosed> disclosed(SubjectFacts facts, Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return Composer.compose(facts, today, zone).map(record -> Disclosure.apply(policy, facts, record, today));
    }

    /** Whether the recipient is being left alone, so that work for it is not taken up. */
    boolean resting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }
}
