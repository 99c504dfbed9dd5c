package se.omsorgsbron.bridge.operations;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.FeedStates.FeedState;
import se.omsorgsbron.bridge.ledger.WorkQueue;

/**
 * The systems around the bridge, one entry for each. A system that does not answer does not make the bridge itself unready: it
 * waits and catches up.
 */
public final class SystemsHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED", "a system does not answer");

    private final FeedStates feeds;
    private final Channels channels;
    private final WorkQueue work;

    public SystemsHealth(FeedStates feeds, Channels channels, WorkQueue work) {
        this.feeds = feeds;
        this.channels = channels;
        this.work = work;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        List<FeedState> failing = feeds.all().stream()
                .filter(state -> state.failure().isPresent())
                .toList();
        failing.forEach(state ->
                health.withDetail(state.key().toString(), state.failure().orElseThrow()));
        boolean resting = false;
        for (Channel channel : channels.all()) {
            State state = channel.breaker().getState();
            resting |= state != State.CLOSED;
            String name = channel.municipality() + "." + channel.recipient().name();
            health.withDetail(
                    name, (state == State.CLOSED ? "answers" : "does not answer") + ", " + backlog(channel) + " to do");
        }
        return (failing.isEmpty() && !resting ? health : health.status(DEGRADED)).build();
    }

    private long backlog(Channel channel) {
        return work.backlog(channel.municipality(), channel.recipient().name());
    }
}
