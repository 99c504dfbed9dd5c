package se.omsorgsbron.bridge.observe;

import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.Orphans;

/**
 * Reads one source of one municipality: its feeds one after the other, those that cost the source more beside them, and then looks
 * for facts that belong to nobody.
 */
public final class ObserveRoutes extends RouteBuilder {
    private final String source;
    private final List<FeedReader> readers;
    private final Duration interval;
    private final OrphanSweep orphans;

    /** Looks for orphans in one municipality. */
    public record OrphanSweep(Orphans orphans, FirstReading firstReading, String municipality, Duration grace) {
        /** Looks, once everything has been read. */
        public void sweep() {
            if (firstReading.over(municipality)) {
                orphans.sweep(municipality, grace);
            }
        }
    }

    public ObserveRoutes(String source, List<FeedReader> readers, Duration interval, OrphanSweep orphans) {
        this.source = source;
        this.readers = List.copyOf(readers);
        this.interval = interval;
        this.orphans = orphans;
    }

    @Override
    public void configure() {
        readers.forEach(reader ->
                from("direct:" + routeId(reader)).routeId(routeId(reader)).bean(reader, "read"));
        timer("observe", false).bean(orphans, "sweep");
        if (readers.stream().anyMatch(FeedReader::slow)) {
            timer("observe-slow", true);
        }
    }

    private RouteDefinition timer(String name, boolean slow) {
        RouteDefinition route = from("timer:" + source + "." + name + "?delay=0&period=" + interval.toMillis())
                .routeId(source + "." + name);
        readers.stream()
                .filter(reader -> reader.slow() == slow)
                .forEach(reader -> route.to("direct:" + routeId(reader)));
        return route;
    }

    /** {@code 0127.lifecare.service-plans.observe}. */
    static String routeId(FeedReader reader) {
        FeedKey key = reader.key();
        return key.municipality() + "." + key.system() + "." + key.feed().replace('_', '-') + ".observe";
    }
}
