package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares what primary care and the night patrols hold with what they should according to Lifecare and the supplements. */
public final class Checker {
    private final CheckInput input;
    private final Http http = new Http();

    public Checker(CheckInput input) {
        this.input = input;
    }

    /**
     * Reads everything anew and compares.
     *
     * @throws CheckFailed if one of the systems could not be read
     */
    public CheckResult check() {
        return check(town -> input.held().list());
    }

    /**
     * The same, but the bridge is not asked what it holds back, which costs a process: it is taken as what the town expects.
     *
     * @throws CheckFailed if one of the systems could not be read
     */
    public CheckResult glance() {
        return check(TownFiles::expectedHeld);
    }

    private CheckResult check(Function<TownFiles, List<HeldItem>> held) {
        TownFiles town = TownFiles.read(input.town());
        var lifecare = new LifecareReader(http, input.lifecare());
        var sources = new ArrayList<CaseSystem>();
        town.municipalities().forEach((code, municipality) -> sources.add(lifecare.read(code, municipality.key())));
        return compare(
                town, sources, new FhirReader(http, input.fhir()).read(), patrols(town), journal(), held.apply(town));
    }

    private Map<String, PatrolState> patrols(TownFiles town) {
        Map<String, PatrolState> states = new HashMap<>();
        input.patrols()
                .ifPresent(patrols -> town.municipalities()
                        .keySet()
                        .forEach(code -> states.put(
                                code,
                                PatrolState.of(
                                        page("the night patrols' page", URI.create(patrols.page() + "/" + code))))));
        return states;
    }

    /** What stands in Lifecare's journal, which its API does not show. */
    private List<JsonNode> journal() {
        return input.patrols().isEmpty()
                ? List.of()
                : Json.list(page("Lifecare's journal", input.lifecare().resolve("/_sandbox/journal")));
    }

    /** A page of the sandbox; without it there is nothing to compare, which is not agreement. */
    private JsonNode page(String what, URI address) {
        return http.get(what, address).orElseThrow(() -> new CheckFailed(what + " is not there"));
    }

    /** The comparison itself, without any reading. */
    CheckResult compare(
            TownFiles town,
            List<CaseSystem> sources,
            PrimaryCare care,
            Map<String, PatrolState> patrols,
            List<JsonNode> journal,
            List<HeldItem> held) {
        LocalDate today = LocalDate.now(input.clock().withZone(Times.SWEDEN));
        var differences = new ArrayList<Difference>();
        Map<String, String> explained = new HashMap<>();
        var secrets = new ArrayList<Secrets.Secret>();
        var scopes = new ArrayList<Scope>();
        for (CaseSystem source : sources) {
            var file = new CaseFile(source, town, today);
            scopes.add(new Scope(
                    file,
                    input.policies().getOrDefault(source.municipality(), (f, citizen) -> Disclosed.NOTHING),
                    input.systems().getOrDefault(source.municipality(), ""),
                    care,
                    differences,
                    explained));
            secrets.addAll(Secrets.of(file, source));
        }
        scopes.forEach(Checker::checkOne);
        for (Scope scope : scopes) {
            String code = scope.file().municipality();
            Optional.ofNullable(patrols.get(code)).ifPresent(state -> {
                new PatrolNotes(scope, state, journal).check();
                Policy policy =
                        input.patrols().orElseThrow().policies().getOrDefault(code, (f, citizen) -> Disclosed.NOTHING);
                new PatrolCheck(scope, policy, state).check(secrets);
            });
        }
        new Leftovers(care, explained, differences).check();
        Authorship.check(care, differences);
        HeldCheck.compare(held, town.expectedHeld(), differences);
        LeakSweep.sweep(secrets, care, differences);
        int people = sources.stream()
                .mapToInt(source -> source.all("clients").size())
                .sum();
        int facts = town.supplementLines()
                + sources.stream().mapToInt(CaseSystem::size).sum();
        return new CheckResult(
                people,
                facts,
                resources(care),
                profiles(care),
                reasons(held),
                held,
                byMunicipality(scopes, care, explained),
                kinds(patrols),
                differences);
    }

    private static void checkOne(Scope scope) {
        new UnitCheck(scope).check();
        new StaffCheck(scope).check();
        new RoleCheck(scope).check();
        for (Citizen citizen : scope.file().citizens()) {
            new PatientCheck(scope).check(citizen);
            new RelatedPersonCheck(scope).check(citizen);
            new CareTeamCheck(scope).check(citizen);
            new CarePlanCheck(scope).check(citizen);
            new CommunicationCheck(scope).check(citizen);
        }
    }

    private static List<JsonNode> ours(PrimaryCare care) {
        return care.current().values().stream().filter(Shape::isOurs).toList();
    }

    private static Map<String, Integer> resources(PrimaryCare care) {
        var counts = new TreeMap<String, Integer>();
        ours(care).forEach(resource -> counts.merge(Json.text(resource, "resourceType"), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> profiles(PrimaryCare care) {
        var counts = new TreeMap<String, Integer>();
        ours(care)
                .forEach(resource -> Shape.profiles(resource)
                        .filter(profile -> profile.startsWith(Shape.BASE))
                        .forEach(profile -> counts.merge(profile, 1, Integer::sum)));
        return counts;
    }

    private static Map<String, Integer> reasons(List<HeldItem> held) {
        var counts = new TreeMap<String, Integer>();
        held.forEach(item -> counts.merge(item.reason(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Map<String, Integer>> kinds(Map<String, PatrolState> patrols) {
        var table = new TreeMap<String, Map<String, Integer>>();
        patrols.forEach((code, state) -> {
            var counts = table.computeIfAbsent(code, any -> new TreeMap<>());
            state.entries().values().forEach(entry -> counts.merge(Json.text(entry, "kind"), 1, Integer::sum));
        });
        return table;
    }

    private static Map<String, Map<String, Integer>> byMunicipality(
            List<Scope> scopes, PrimaryCare care, Map<String, String> explained) {
        var table = new LinkedHashMap<String, Map<String, Integer>>();
        for (Scope scope : scopes) {
            String code = scope.file().municipality();
            var counts = table.computeIfAbsent(code, any -> new TreeMap<>());
            for (JsonNode resource : ours(care)) {
                boolean here = Json.text(resource, "resourceType").equals("Patient")
                        ? scope.livesHere(resource)
                        : code.equals(explained.get(Scope.reference(resource)));
                if (here) {
                    counts.merge(Json.text(resource, "resourceType"), 1, Integer::sum);
                }
            }
        }
        return table;
    }
}
