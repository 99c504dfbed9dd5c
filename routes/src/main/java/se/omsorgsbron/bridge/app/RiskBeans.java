package se.omsorgsbron.bridge.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.RoutesBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.RiskSettings;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.DeliveryMetrics;
import se.omsorgsbron.bridge.deliver.RiskRoutes;
import se.omsorgsbron.bridge.deliver.RiskSweep;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.HeldItems;
import se.omsorgsbron.bridge.ledger.LateRisks;
import se.omsorgsbron.bridge.ledger.LateRisks.Limits;
import se.omsorgsbron.bridge.ledger.RiskTable;
import se.omsorgsbron.bridge.observe.FirstReading;
import se.omsorgsbron.bridge.operations.RiskDesk;

/** What follows risks to everybody whose they are to know. */
@Configuration(proxyBeanMethods = false)
class RiskBeans {
    /** What is late by minutes is told within seconds. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    @Bean
    RiskTable riskTable(JdbcTemplate jdbc) {
        return new RiskTable(jdbc);
    }

    @Bean
    RiskDesk riskDesk(RiskTable risks, AuditTrail audit) {
        return new RiskDesk(risks, audit);
    }

    @Bean
    RoutesBuilder riskRoutes(
            RiskTable risks,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            HeldItems held,
            FactReader facts,
            Channels channels,
            Clock clock,
            MeterRegistry meters,
            FirstReading firstReading,
            BridgeConfiguration configuration) {
        Map<String, Limits> limits = configuration.municipalities().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> limits(entry.getValue().risk())));
        RiskSweep sweep = new RiskSweep(
                risks,
                new LateRisks(jdbc, transaction, held),
                facts,
                channels,
                clock,
                new DeliveryMetrics(meters),
                limits,
                firstReading::over);
        return new RiskRoutes(sweep, LOOK_EVERY);
    }

    private static Limits limits(RiskSettings risk) {
        return new Limits(risk.receivedWithin(), risk.seenWithin());
    }
}
