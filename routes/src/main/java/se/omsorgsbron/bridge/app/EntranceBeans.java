package se.omsorgsbron.bridge.app;

import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import se.omsorgsbron.bridge.audit.Anchors;
import se.omsorgsbron.bridge.audit.AuditReader;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.EntranceConfiguration;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.entrance.BodyLimit;
import se.omsorgsbron.bridge.entrance.EntranceSecurity;
import se.omsorgsbron.bridge.entrance.Persons;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FactStore;
import se.omsorgsbron.bridge.ledger.HeldItems;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.operations.Explanations;
import se.omsorgsbron.bridge.operations.GroundDesk;
import se.omsorgsbron.bridge.operations.HeldDesk;

/** What answers over HTTP, and who may ask. */
@Configuration(proxyBeanMethods = false)
class EntranceBeans {
    private static final DataSize LARGEST_WITHOUT_ENTRANCE = DataSize.ofKilobytes(1);

    @Bean
    SecurityFilterChain entrance(HttpSecurity http, BridgeConfiguration configuration) throws Exception {
        return EntranceSecurity.chain(http, configuration.entrance());
    }

    /** Before everything else: nothing looks at a body that is too large. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(BridgeConfiguration configuration) {
        DataSize largest = Optional.ofNullable(configuration.entrance())
                .map(EntranceConfiguration::maxBody)
                .orElse(LARGEST_WITHOUT_ENTRANCE);
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(largest.toBytes()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    HeldDesk heldDesk(HeldItems held, AuditTrail audit, TransactionTemplate transaction) {
        return new HeldDesk(held, audit, transaction);
    }

    @Bean
    GroundDesk groundDesk(
            FactStore store,
            FactReader facts,
            SubjectTable subjects,
            Channels channels,
            Signals signals,
            AuditTrail audit,
            TransactionTemplate transaction) {
        return new GroundDesk(store, facts, subjects, new GroundDesk.Outbound(channels, signals), audit, transaction);
    }

    @Bean
    Explanations explanations(FactReader facts) {
        return new Explanations(facts);
    }

    @Bean
    Persons persons(SubjectTable subjects) {
        return new Persons(subjects);
    }

    @Bean
    AuditReader auditReader(JdbcTemplate jdbc, BridgeConfiguration configuration) {
        return new AuditReader(jdbc, new Anchors(configuration.audit().anchors()));
    }
}
