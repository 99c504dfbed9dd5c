package se.omsorgsbron.bridge.app;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.WorkQueue;
import se.omsorgsbron.bridge.operations.SystemsHealth;
import se.omsorgsbron.bridge.operations.ValidatorHealth;
import se.omsorgsbron.fhir.validation.ProfileValidator;

/** Health. The names of the beans are those of the entries in {@code /actuator/health}. */
@Configuration(proxyBeanMethods = false)
class OperationsBeans {

    @Bean
    ValidatorHealth validatorHealthIndicator(ProfileValidator validator) {
        return new ValidatorHealth(validator);
    }

    @Bean
    SystemsHealth systemsHealthIndicator(FeedStates feeds, Channels channels, WorkQueue work) {
        return new SystemsHealth(feeds, channels, work);
    }
}
