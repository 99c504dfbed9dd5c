package se.omsorgsbron.bridge.app;

import ca.uhn.fhir.rest.server.IResourceProvider;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
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
import se.omsorgsbron.bridge.deliver.Share;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.entrance.Denials;
import se.omsorgsbron.bridge.entrance.EntranceSecurity;
import se.omsorgsbron.bridge.entrance.Gate;
import se.omsorgsbron.bridge.entrance.Persons;
import se.omsorgsbron.bridge.entrance.fhir.CareTeams;
import se.omsorgsbron.bridge.entrance.fhir.Communications;
import se.omsorgsbron.bridge.entrance.fhir.Consents;
import se.omsorgsbron.bridge.entrance.fhir.FhirEntrance;
import se.omsorgsbron.bridge.entrance.fhir.Patients;
import se.omsorgsbron.bridge.entrance.fhir.PrimaryCareWords;
import se.omsorgsbron.bridge.entrance.fhir.SharedResources;
import se.omsorgsbron.bridge.entrance.fhir.Transactions;
import se.omsorgsbron.bridge.entrance.fhir.WordsTaken;
import se.omsorgsbron.bridge.intake.Intake;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.intake.PrimaryCareDesk;
import se.omsorgsbron.bridge.intake.Receipts;
import se.omsorgsbron.bridge.ledger.ChangeFeed;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FactStore;
import se.omsorgsbron.bridge.ledger.HeldItems;
import se.omsorgsbron.bridge.ledger.Inbox;
import se.omsorgsbron.bridge.ledger.Standings;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.operations.Explanations;
import se.omsorgsbron.bridge.operations.GroundDesk;
import se.omsorgsbron.bridge.operations.HeldDesk;
import se.omsorgsbron.fhir.validation.ProfileValidator;

/** What answers over HTTP, and who may ask. */
@Configuration(proxyBeanMethods = false)
class EntranceBeans {
    private static final DataSize LARGEST_WITHOUT_ENTRANCE = DataSize.ofKilobytes(1);

    @Bean
    SecurityFilterChain entrance(HttpSecurity http, BridgeConfiguration configuration, Denials denials)
            throws Exception {
        return EntranceSecurity.chain(http, configuration.entrance(), denials);
    }

    @Bean
    Denials denials(AuditTrail audit) {
        return new Denials(audit);
    }

    /** Before everything else. */
    @Bean
    FilterRegistrationBean<Gate> gate(BridgeConfiguration configuration) {
        DataSize largest = Optional.ofNullable(configuration.entrance())
                .map(EntranceConfiguration::maxBody)
                .orElse(LARGEST_WITHOUT_ENTRANCE);
        FilterRegistrationBean<Gate> filter = new FilterRegistrationBean<>(new Gate(largest.toBytes()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** What recipients' systems ask for, and consents. */
    @Bean
    ServletRegistrationBean<FhirEntrance> fhirEntrance(
            FactReader facts,
            DeliveryLog log,
            AuditTrail audit,
            SubjectTable subjects,
            Channels channels,
            GroundDesk grounds,
            PrimaryCareDesk primaryCare,
            ProfileValidator validator,
            Denials denials,
            BridgeConfiguration configuration,
            Clock clock) {
        Share share = new Share(facts, log, audit, clock);
        Patients patients = new Patients(log, subjects);
        List<IResourceProvider> providers = new ArrayList<>();
        for (Class<? extends Resource> type : List.of(
                CareTeam.class,
                CarePlan.class,
                Communication.class,
                RelatedPerson.class,
                Patient.class,
                Practitioner.class,
                PractitionerRole.class,
                Organization.class)) {
            providers.add(new SharedResources(type, channels, share, patients));
        }
        Map<String, ZoneId> zones = configuration.municipalities().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().timeZone()));
        providers.add(new Consents(grounds, patients, channels, zones));
        PrimaryCareWords words = new PrimaryCareWords(channels, patients, validator, clock);
        WordsTaken taken = new WordsTaken(words, primaryCare);
        providers.add(new Communications(taken));
        providers.add(new CareTeams(taken));
        ServletRegistrationBean<FhirEntrance> servlet = new ServletRegistrationBean<>(
                new FhirEntrance(providers, new Transactions(words, primaryCare), denials), "/fhir/*");
        servlet.setName("fhir");
        return servlet;
    }

    @Bean
    HeldDesk heldDesk(HeldItems held, AuditTrail audit, TransactionTemplate transaction) {
        return new HeldDesk(held, audit, transaction);
    }

    @Bean
    Intake intake(FactStore store, Channels channels, Signals signals, TransactionTemplate transaction) {
        return new Intake(store, channels, signals, transaction);
    }

    @Bean
    GroundDesk groundDesk(Intake intake, FactReader facts, SubjectTable subjects, AuditTrail audit) {
        return new GroundDesk(intake, facts, subjects, audit);
    }

    @Bean
    Inbox inbox(JdbcTemplate jdbc) {
        return new Inbox(jdbc);
    }

    @Bean
    NoteDesk noteDesk(Intake intake, Inbox inbox, FactReader facts, SubjectTable subjects, Clock clock) {
        return new NoteDesk(intake, inbox, facts, subjects, clock);
    }

    @Bean
    PrimaryCareDesk primaryCareDesk(Intake intake, FactReader facts, SubjectTable subjects) {
        return new PrimaryCareDesk(intake, facts, subjects);
    }

    @Bean
    ChangeFeed changeFeed(JdbcTemplate jdbc, TransactionTemplate transaction) {
        return new ChangeFeed(jdbc, transaction);
    }

    @Bean
    Receipts receipts(Channels channels, JdbcTemplate jdbc) {
        return new Receipts(channels, new Standings(jdbc));
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
    AuditReader auditReader(JdbcTemplate jdbc, TransactionTemplate transaction, Anchors anchors) {
        return new AuditReader(jdbc, transaction, anchors);
    }
}
