package se.omsorgsbron.bridge.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.CaseSystem;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.config.BridgeConfiguration.RecipientSystem;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.observe.Source;
import se.omsorgsbron.primarycare.fhir.PrimaryCareConfiguration;
import se.omsorgsbron.primarycare.fhir.client.FhirClients;
import se.omsorgsbron.primarycare.fhir.source.PrimaryCareSource;

/** The primary care servers that are read, each as a source of its recipient's name. */
final class PrimaryCareSources {
    private static final int PAGE = 100;

    private PrimaryCareSources() {}

    static List<Source> of(
            BridgeConfiguration configuration, SubjectTable subjects, DeliveryLog deliveries, Clock clock) {
        List<Source> sources = new ArrayList<>();
        configuration
                .municipalities()
                .forEach((code, municipality) -> municipality.recipients().forEach((name, system) -> {
                    if (system.reads()) {
                        PrimaryCareConfiguration primaryCare = primaryCare(code, municipality, name, system);
                        PrimaryCareSource.Surroundings surroundings = new PrimaryCareSource.Surroundings(
                                configuration.observe().overlap(),
                                municipality.timeZone(),
                                clock,
                                key -> !subjects.resolve(code, Set.of(key)).isEmpty(),
                                key -> deliveries.subjectOf(code, key).isPresent());
                        sources.add(new Source(
                                code,
                                name,
                                new PrimaryCareSource(primaryCare, FhirClients.create(primaryCare), surroundings, PAGE)
                                        .feeds()));
                    }
                }));
        return sources;
    }

    /** The server of a recipient that speaks FHIR. */
    static PrimaryCareConfiguration primaryCare(
            String code, Municipality municipality, String name, RecipientSystem system) {
        return new PrimaryCareConfiguration(
                name,
                code,
                system.url(),
                system.createPatients(),
                system.labels(),
                system.timeout(),
                identifierSystems(code, municipality.caseSystem()),
                BearerTokens.of(system.token(), system.tokenFile(), system.oauth2(), system.timeout()));
    }

    private static Map<String, String> identifierSystems(String code, CaseSystem system) {
        return Optional.ofNullable(system.identifierSystem())
                .map(uri -> Map.of(code + "/" + system.type(), uri.toString()))
                .orElse(Map.of());
    }
}
