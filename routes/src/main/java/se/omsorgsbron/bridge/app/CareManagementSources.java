package se.omsorgsbron.bridge.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.config.CareManagementSettings;
import se.omsorgsbron.bridge.observe.Source;
import se.omsorgsbron.caremanagement.CareManagement;
import se.omsorgsbron.caremanagement.CareManagementConfiguration;
import se.omsorgsbron.caremanagement.journal.Opening;
import se.omsorgsbron.caremanagement.mapper.ErrandState;
import se.omsorgsbron.caremanagement.mapper.JournalRules.Headed;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Errands;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Texts;
import se.omsorgsbron.caremanagement.mapper.PlanPart;
import se.omsorgsbron.caremanagement.mapper.Role;

/** The municipalities' CareManagement: one each, because what is read and what is written share what the party look-up said. */
final class CareManagementSources {
    private static final String IGNORED = "ignored";

    private final Map<String, CareManagement> systems = new TreeMap<>();

    CareManagementSources(BridgeConfiguration configuration) {
        configuration.municipalities().forEach((code, municipality) -> {
            if (municipality.careManagement() != null) {
                systems.put(code, new CareManagement(careManagement(code, municipality)));
            }
        });
    }

    List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        systems.forEach((code, system) -> sources.add(new Source(code, "caremanagement", system.feeds())));
        return sources;
    }

    /** The journal of a municipality that has one, as a recipient. */
    Recipient journal(String code) {
        return systems.get(code).journal(BridgeConfiguration.CARE_MANAGEMENT);
    }

    static CareManagementConfiguration careManagement(String code, Municipality municipality) {
        CareManagementSettings settings = municipality.careManagement();
        return new CareManagementConfiguration(
                code,
                settings.url(),
                settings.namespace(),
                settings.sentBy(),
                BearerTokens.of(settings.token(), settings.tokenFile(), settings.oauth2(), settings.timeout()),
                settings.partyLookUp(),
                settings.timeout(),
                settings.pageSize(),
                municipality.timeZone(),
                settings.persons(),
                new Errands(
                        Set.copyOf(settings.errands().types()),
                        meanings(settings.errands().statuses(), ErrandState::ofCode)),
                meanings(settings.roles(), Role::ofCode),
                texts(settings),
                journal(Optional.ofNullable(settings.journal())));
    }

    private static Texts texts(CareManagementSettings settings) {
        return new Texts(
                meanings(settings.journalTypes(), NoteKind::ofCode),
                ignored(settings.journalTypes()),
                Optional.ofNullable(settings.notes()).flatMap(NoteKind::ofCode),
                meanings(settings.documents(), PlanType::ofCode),
                ignored(settings.documents()),
                meanings(settings.planLabels(), PlanPart::ofCode));
    }

    /** Without one nothing is written, whatever stands in it. */
    private static CareManagementConfiguration.Journal journal(Optional<CareManagementSettings.Journal> configured) {
        if (configured.isEmpty()) {
            return CareManagementConfiguration.Journal.under("Anteckning", false, Optional.empty());
        }
        CareManagementSettings.Journal journal = configured.get();
        Map<NoteKind, Headed> headings = new HashMap<>();
        Optional.ofNullable(journal.type())
                .ifPresent(
                        type -> headings.putAll(CareManagementConfiguration.Journal.under(type, false, Optional.empty())
                                .headings()));
        journal.headings()
                .forEach((kind, over) -> NoteKind.ofCode(kind)
                        .ifPresent(known -> headings.put(known, new Headed(over.type(), over.heading()))));
        return new CareManagementConfiguration.Journal(
                headings,
                journal.notifications(),
                Optional.ofNullable(journal.openErrand())
                        .map(errand -> new Opening(errand.type(), errand.title(), errand.status(), errand.role())));
    }

    /** What each value means, from what each meaning is called. */
    private static <T> Map<String, T> meanings(Map<String, List<String>> table, Function<String, Optional<T>> ofCode) {
        Map<String, T> meanings = new HashMap<>();
        table.forEach((code, values) ->
                ofCode.apply(code).ifPresent(meaning -> values.forEach(value -> meanings.put(value, meaning))));
        return meanings;
    }

    private static Set<String> ignored(Map<String, List<String>> table) {
        return new HashSet<>(table.getOrDefault(IGNORED, List.of()));
    }
}
