package se.omsorgsbron.bridge.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FactStore;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.FeedStates.FeedState;
import se.omsorgsbron.bridge.ledger.Orphans;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.ledger.WorkQueue;
import se.omsorgsbron.bridge.observe.FeedReader;
import se.omsorgsbron.bridge.observe.FirstReading;
import se.omsorgsbron.bridge.observe.ObserveRoutes;
import se.omsorgsbron.bridge.observe.Source;

/** The sources and the routes that read them. */
@Configuration(proxyBeanMethods = false)
class ObserveBeans {

    @Bean
    CareManagementSources careManagement(BridgeConfiguration configuration) {
        return new CareManagementSources(configuration);
    }

    @Bean
    List<Source> sources(
            BridgeConfiguration configuration,
            CareManagementSources careManagement,
            SubjectTable subjects,
            DeliveryLog deliveries,
            Clock clock) {
        List<Source> sources = new ArrayList<>(LifecareSources.of(configuration));
        sources.addAll(careManagement.sources());
        sources.addAll(PrimaryCareSources.of(configuration, subjects, deliveries, clock));
        return sources;
    }

    @Bean
    FirstReading firstReading(BridgeConfiguration configuration, List<Source> sources, FeedStates states, Clock clock) {
        FirstReading firstReading =
                new FirstReading(clock, configuration.observe().patience());
        Map<FeedKey, FeedState> known = states.all().stream().collect(Collectors.toMap(FeedState::key, state -> state));
        for (Source source : sources) {
            for (Feed feed : source.feeds()) {
                FeedKey key = key(source, feed);
                boolean read = Optional.ofNullable(known.get(key))
                        .flatMap(feed.settlesDisclosure() ? FeedState::baselineAt : FeedState::readAt)
                        .isPresent();
                if (!read) {
                    firstReading.expect(key, feed);
                }
            }
        }
        return firstReading;
    }

    @Bean
    FeedReader.Ledger feedLedger(
            FactStore store,
            FactReader facts,
            FeedStates states,
            FirstReading firstReading,
            Channels channels,
            Signals signals,
            MeterRegistry meters) {
        return new FeedReader.Ledger(store, facts, states, firstReading, channels, signals, meters);
    }

    /** Adds a set of routes for each source, and marks everything for another look: a new version may map otherwise. */
    @Bean
    CamelContextConfiguration observe(
            BridgeConfiguration configuration,
            List<Source> sources,
            FeedReader.Ledger ledger,
            Orphans orphans,
            Channels channels,
            WorkQueue work,
            Clock clock) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                work.markAll();
                channels.all()
                        .forEach(channel -> work.introduce(
                                channel.municipality(), channel.recipient().name()));
                for (Source source : sources) {
                    add(context, routes(configuration, source, ledger, orphans, clock));
                }
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // Nothing: the timers start by themselves.
            }
        };
    }

    private static RoutesBuilder routes(
            BridgeConfiguration configuration, Source source, FeedReader.Ledger ledger, Orphans orphans, Clock clock) {
        BridgeConfiguration.Observe observe = configuration.observe();
        ShrinkGuard guard = new ShrinkGuard(observe.maxGonePercent(), observe.maxGoneRecords());
        List<FeedReader> readers = source.feeds().stream()
                .map(feed -> new FeedReader(
                        key(source, feed),
                        feed,
                        ledger,
                        new FeedReader.Pace(
                                feed.slow() ? observe.slowInterval() : Duration.ZERO,
                                observe.fullReadEvery(),
                                guard,
                                clock)))
                .toList();
        return new ObserveRoutes(
                source.municipality() + "." + source.system(),
                readers,
                observe.interval(),
                new ObserveRoutes.OrphanSweep(
                        orphans, ledger.firstReading(), source.municipality(), observe.orphanGrace()));
    }

    static void add(CamelContext context, RoutesBuilder routes) {
        try {
            context.addRoutes(routes);
        } catch (Exception e) {
            throw new IllegalStateException("the routes of " + routes.getClass().getSimpleName() + " cannot start", e);
        }
    }

    private static FeedKey key(Source source, Feed feed) {
        return new FeedKey(source.municipality(), source.system(), feed.name());
    }
}
