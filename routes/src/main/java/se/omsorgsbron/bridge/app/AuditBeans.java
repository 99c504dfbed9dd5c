package se.omsorgsbron.bridge.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import se.omsorgsbron.bridge.audit.AuditRefusals;
import se.omsorgsbron.bridge.audit.AuditRoutes;
import se.omsorgsbron.bridge.audit.AuditShipment;
import se.omsorgsbron.bridge.audit.FhirAuditStore;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Store;
import se.omsorgsbron.bridge.deliver.Backoff;
import se.omsorgsbron.bridge.operations.AuditHealth;

/** The audit's way out, where there is a store for it. */
@Configuration(proxyBeanMethods = false)
class AuditBeans {

    @Bean
    CamelContextConfiguration auditStore(
            BridgeConfiguration configuration, JdbcTemplate jdbc, MeterRegistry meters, Clock clock) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                Store store = configuration.audit().store();
                if (store != null) {
                    ObserveBeans.add(
                            context, new AuditRoutes(shipment(store, configuration.deliver(), jdbc, meters, clock)));
                }
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // Nothing: the timer starts by itself.
            }
        };
    }

    @Bean
    @ConditionalOnProperty("omsorgsbron.audit.store.url")
    AuditHealth auditHealthIndicator(BridgeConfiguration configuration, JdbcTemplate jdbc) {
        return new AuditHealth(
                new AuditRefusals(jdbc, configuration.audit().store().url().toString()));
    }

    private static AuditShipment shipment(
            Store store, BridgeConfiguration.Deliver deliver, JdbcTemplate jdbc, MeterRegistry meters, Clock clock) {
        return new AuditShipment(
                jdbc,
                store.url().toString(),
                new FhirAuditStore(
                        store.url(),
                        store.timeout(),
                        BearerTokens.of(store.token(), store.tokenFile(), store.oauth2(), store.timeout())),
                new Backoff(deliver.backoffMin(), deliver.backoffMax())::after,
                clock,
                meters);
    }
}
