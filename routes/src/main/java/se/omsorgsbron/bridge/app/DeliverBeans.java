package se.omsorgsbron.bridge.app;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.config.BridgeConfiguration.RecipientSystem;
import se.omsorgsbron.bridge.deliver.Backoff;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.DateChange;
import se.omsorgsbron.bridge.deliver.DeliveryAudit;
import se.omsorgsbron.bridge.deliver.DeliveryMetrics;
import se.omsorgsbron.bridge.deliver.DeliveryRoutes;
import se.omsorgsbron.bridge.deliver.DeliverySteps;
import se.omsorgsbron.bridge.deliver.ErrorPolicy;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.deliver.Sweep;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.ledger.ChangeFeed;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.WorkQueue;
import se.omsorgsbron.bridge.observe.FirstReading;
import se.omsorgsbron.fhir.validation.ProfileValidator;
import se.omsorgsbron.nightpatrol.NightPatrolRecipient;
import se.omsorgsbron.primarycare.fhir.CapabilityCheck;
import se.omsorgsbron.primarycare.fhir.PrimaryCareConfiguration;
import se.omsorgsbron.primarycare.fhir.PrimaryCareRecipient;
import se.omsorgsbron.primarycare.fhir.PrimaryCareRoutes;
import se.omsorgsbron.primarycare.fhir.client.FhirClients;

/** The recipients and the routes that keep them in step. */
@Configuration(proxyBeanMethods = false)
class DeliverBeans {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverBeans.class);

    @Bean
    ProfileValidator profileValidator(BridgeConfiguration configuration) {
        return new ProfileValidator(
                FhirContext.forR4Cached(), configuration.deliver().workers());
    }

    @Bean
    Channels channels(
            BridgeConfiguration configuration,
            CamelContext camel,
            ProducerTemplate template,
            ProfileValidator validator,
            CareManagementSources careManagement,
            ChangeFeed feed,
            WorkQueue work) {
        List<Channel> channels = new ArrayList<>();
        configuration
                .municipalities()
                .forEach((code, municipality) -> municipality
                        .recipients()
                        .forEach((name, system) -> channels.add(
                                RecipientSystem.NIGHT_PATROL.equals(system.type())
                                        ? patrol(code, municipality, name, system, configuration, feed, work)
                                        : channel(
                                                code,
                                                municipality,
                                                name,
                                                system,
                                                configuration,
                                                camel,
                                                template,
                                                validator,
                                                work))));
        channels.addAll(JournalChannels.of(configuration, careManagement, work));
        return new Channels(channels);
    }

    /** A night patrol, which comes and reads. */
    private static Channel patrol(
            String code,
            Municipality municipality,
            String name,
            RecipientSystem system,
            BridgeConfiguration configuration,
            ChangeFeed feed,
            WorkQueue work) {
        return new Channel(
                code,
                municipality.timeZone(),
                new NightPatrolRecipient(name, (subject, entries) -> feed.put(code, name, subject, entries)),
                "/night-patrol/v1/changes",
                new DisclosurePolicy(municipality.table(), name, system.operatedBy()),
                Breakers.of(code, name, configuration.deliver(), work));
    }

    private static Channel channel(
            String code,
            Municipality municipality,
            String name,
            RecipientSystem system,
            BridgeConfiguration configuration,
            CamelContext camel,
            ProducerTemplate template,
            ProfileValidator validator,
            WorkQueue work) {
        PrimaryCareConfiguration primaryCare = PrimaryCareSources.primaryCare(code, municipality, name, system);
        IGenericClient client = FhirClients.create(primaryCare);
        ObserveBeans.add(camel, new PrimaryCareRoutes(primaryCare, client));
        tellCapabilities(primaryCare, client);
        return new Channel(
                code,
                municipality.timeZone(),
                new PrimaryCareRecipient(primaryCare, client, template, validator),
                system.url().toString(),
                new DisclosurePolicy(municipality.table(), name, system.operatedBy()),
                Breakers.of(code, name, configuration.deliver(), work));
    }

    /** Beside the start, which does not wait for a recipient. */
    private static void tellCapabilities(PrimaryCareConfiguration primaryCare, IGenericClient client) {
        Thread asking = new Thread(
                () -> new CapabilityCheck(primaryCare, client).findings().forEach(LOG::warn),
                "capabilities-" + primaryCare.municipality());
        asking.setDaemon(true);
        asking.start();
    }

    @Bean
    Signals signals(ProducerTemplate template, BridgeConfiguration configuration) {
        return new Signals(template, configuration.deliver().signal());
    }

    @Bean
    DeliverySteps deliverySteps(
            WorkQueue work,
            FactReader facts,
            DeliveryLog log,
            Channels channels,
            Signals signals,
            MeterRegistry meters,
            AuditTrail audit,
            Clock clock,
            BridgeConfiguration configuration) {
        BridgeConfiguration.Deliver deliver = configuration.deliver();
        return new DeliverySteps(
                work,
                facts,
                log,
                channels,
                signals,
                new DeliveryMetrics(meters),
                new DeliveryAudit(audit),
                clock,
                deliver.claim(),
                new Backoff(deliver.backoffMin(), deliver.backoffMax()));
    }

    @Bean
    ErrorPolicy errorPolicy(DeliverySteps steps) {
        return new ErrorPolicy(steps);
    }

    @Bean
    RoutesBuilder deliveryRoutes(
            DeliverySteps steps,
            WorkQueue work,
            Signals signals,
            Channels channels,
            FirstReading firstReading,
            BridgeConfiguration configuration,
            Clock clock) {
        BridgeConfiguration.Deliver deliver = configuration.deliver();
        return new DeliveryRoutes(
                steps,
                new Sweep(work, signals, channels, firstReading),
                new DateChange(work, channels, clock),
                deliver);
    }
}
