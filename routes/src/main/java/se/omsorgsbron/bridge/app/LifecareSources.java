package se.omsorgsbron.bridge.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.CaseSystem;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.config.Secret;
import se.omsorgsbron.bridge.observe.Source;
import se.omsorgsbron.lifecare.Lifecare;
import se.omsorgsbron.lifecare.LifecareConfiguration;
import se.omsorgsbron.lifecare.journal.JournalConfiguration;
import se.omsorgsbron.lifecare.mapper.PlanPart;

/** Makes the sources of the municipalities whose case system is Lifecare. */
final class LifecareSources {
    private LifecareSources() {}

    static List<Source> of(BridgeConfiguration configuration) {
        List<Source> sources = new ArrayList<>();
        configuration.municipalities().forEach((code, municipality) -> {
            sources.add(new Source(
                    code, "lifecare", Lifecare.feeds(lifecare(code, municipality, configuration.observe()))));
            if (municipality.caseSystem().supplements() != null) {
                sources.add(new Source(
                        code,
                        "supplements",
                        List.of(Lifecare.supplements(
                                code,
                                new TreeSet<>(configuration.municipalities().keySet()),
                                municipality.caseSystem().supplements()))));
            }
        });
        return sources;
    }

    /** The journal as a recipient. */
    static Recipient journal(String code, Municipality municipality, BridgeConfiguration.Observe observe) {
        BridgeConfiguration.Journal journal = municipality.caseSystem().journal();
        Map<NoteKind, Integer> headlines = new HashMap<>();
        journal.headlines().forEach((kind, id) -> NoteKind.ofCode(kind).ifPresent(known -> headlines.put(known, id)));
        return Lifecare.journal(
                lifecare(code, municipality, observe),
                new JournalConfiguration(
                        BridgeConfiguration.CASE_SYSTEM,
                        municipality.timeZone(),
                        headlines,
                        Optional.ofNullable(journal.unit()),
                        journal.personnelId(),
                        journal.personnelTitle(),
                        journal.signed()));
    }

    static LifecareConfiguration lifecare(String code, Municipality municipality, BridgeConfiguration.Observe observe) {
        CaseSystem system = municipality.caseSystem();
        return new LifecareConfiguration(
                code,
                system.url(),
                system.domain(),
                Secret.of(system.key(), system.keyFile()).orElseThrow(),
                system.pageSize(),
                system.timeout(),
                observe.overlap(),
                municipality.timeZone(),
                headlines(system),
                relations(system),
                system.confidentialityAddOn());
    }

    private static LifecareConfiguration.Headlines headlines(CaseSystem system) {
        Map<String, NoteKind> notes = new HashMap<>();
        system.headlines()
                .notes()
                .forEach((kind, ids) -> NoteKind.ofCode(kind)
                        .ifPresent(known -> ids.forEach(id -> notes.put(String.valueOf(id), known))));
        Map<String, PlanPart> plan = new HashMap<>();
        system.headlines()
                .plan()
                .forEach((part, ids) -> PlanPart.ofCode(part)
                        .ifPresent(known -> ids.forEach(id -> plan.put(String.valueOf(id), known))));
        Set<String> ignored = system.headlines().notes().getOrDefault("ignored", List.of()).stream()
                .map(String::valueOf)
                .collect(Collectors.toSet());
        return new LifecareConfiguration.Headlines(notes, ignored, plan);
    }

    private static Map<String, TeamRole> relations(CaseSystem system) {
        Map<String, TeamRole> relations = new HashMap<>();
        system.relations()
                .forEach((role, texts) ->
                        TeamRole.ofCode(role).ifPresent(known -> texts.forEach(text -> relations.put(text, known))));
        return relations;
    }
}
