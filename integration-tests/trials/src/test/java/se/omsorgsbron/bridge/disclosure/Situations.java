package se.omsorgsbron.bridge.disclosure;

import static se.omsorgsbron.api.domain.RecordedGround.Kind.BLOCK;
import static se.omsorgsbron.api.domain.RecordedGround.Kind.CONSENT;
import static se.omsorgsbron.api.domain.RecordedGround.Kind.CONSENT_WITHDRAWN;
import static se.omsorgsbron.api.domain.RecordedGround.Kind.HARM_TEST;
import static se.omsorgsbron.api.domain.RecordedGround.Kind.SVOD_INFORMATION;
import static se.omsorgsbron.bridge.disclosure.Grounds.ground;
import static se.omsorgsbron.bridge.disclosure.Grounds.only;
import static se.omsorgsbron.bridge.disclosure.Grounds.to;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.RecordedGround.Scope;
import se.omsorgsbron.bridge.disclosure.Situation.InForce;

/**
 * Every situation that the matrix has. The edges, which are about days and about whom a ground is for, are apart: they need not be
 * tried with each protection.
 */
final class Situations {
    private static final Set<String> CONCEPTS =
            Set.of("contacts", "team", "relatives", "plans", "action-plans", "notes");
    private static final String CARE = "primary-care";
    private static final String PATROL = "night-patrol";

    private final List<Situation> main = new ArrayList<>();
    private final List<Situation> edges = new ArrayList<>();

    private Situations() {
        consents();
        consentsInTime();
        withdrawals();
        informationAndHarmTests();
        everything();
        everythingOfAnEdge();
    }

    static List<Situation> main() {
        return List.copyOf(new Situations().main);
    }

    static List<Situation> edges() {
        return List.copyOf(new Situations().edges);
    }

    /** Each ground, all of them, and a block: with a protected identity, days and scopes make no further difference. */
    static List<Situation> forTheProtected() {
        Set<String> names = Set.of(
                "nothing",
                "consent",
                "consent to notes",
                "harm test until yesterday",
                "everything",
                "everything, blocked");
        return main().stream()
                .filter(situation ->
                        names.contains(situation.name()) || situation.name().startsWith("svod"))
                .toList();
    }

    private void consents() {
        add("nothing", List.of());
        add("consent", List.of(ground(CONSENT, -10)), all("consent", 10));
        for (String concept : new TreeSet<>(CONCEPTS)) {
            add("consent to " + concept, List.of(ground(CONSENT, only(concept), -10)), inForce("consent", concept));
        }
        add("consent for another recipient", List.of(ground(CONSENT, to("pharmacy"), -10)));
        for (String recipient : List.of(CARE, PATROL)) {
            edge(
                    "consent for " + recipient,
                    List.of(ground(CONSENT, to(recipient), -10)),
                    new InForce("consent", Set.of(recipient), Set.of(), 10));
        }
    }

    private void consentsInTime() {
        add("consent until yesterday", List.of(ground(CONSENT, Scope.ALL, -10, -1)));
        edge("consent until today", List.of(ground(CONSENT, Scope.ALL, -10, 0)), all("consent", 10));
        add("consent from tomorrow", List.of(ground(CONSENT, 1)));
        edge("consent from today", List.of(ground(CONSENT, 0)), all("consent", 0));
        edge("consent 1825 days ago", List.of(ground(CONSENT, -1825)), all("consent", 1825));
        add("consent 1826 days ago", List.of(ground(CONSENT, -1826)), all("consent", 1826));
    }

    private void withdrawals() {
        add("consent withdrawn today", List.of(ground(CONSENT, -10), ground(CONSENT_WITHDRAWN, 0)));
        edge("consent withdrawn on its day", List.of(ground(CONSENT, 0), ground(CONSENT_WITHDRAWN, 0)));
        edge(
                "consent withdrawn and given anew",
                List.of(ground(CONSENT, -10), ground(CONSENT_WITHDRAWN, -1), ground(CONSENT, 0)),
                all("consent", 0));
        edge(
                "consent withdrawn from tomorrow",
                List.of(ground(CONSENT, -10), ground(CONSENT_WITHDRAWN, 1)),
                all("consent", 10));
        edge(
                "consent withdrawn for plans",
                List.of(ground(CONSENT, -10), ground(CONSENT_WITHDRAWN, only("plans"), 0)),
                new InForce("consent", Set.of(), without("plans"), 10));
    }

    private void informationAndHarmTests() {
        InForce informed = all("svod-information", 10);
        add("svod information", List.of(ground(SVOD_INFORMATION, -10)), informed);
        add(
                "svod information and consent",
                List.of(ground(SVOD_INFORMATION, -10), ground(CONSENT, -5)),
                informed,
                all("consent", 5));
        edge(
                "svod information and consent to plans",
                List.of(ground(SVOD_INFORMATION, -10), ground(CONSENT, only("plans"), -5)),
                informed,
                new InForce("consent", Set.of(), Set.of("plans"), 5));
        add(
                "svod information from tomorrow and consent",
                List.of(ground(SVOD_INFORMATION, 1), ground(CONSENT, -5)),
                all("consent", 5));
        add(
                "harm test for notes",
                List.of(ground(HARM_TEST, only("notes"), -10)),
                new InForce("harm-test", Set.of(), Set.of("notes"), 10));
        edge("harm test", List.of(ground(HARM_TEST, -10)), all("harm-test", 10));
        add("harm test until yesterday", List.of(ground(HARM_TEST, only("notes"), -10, -1)));
        edge("harm test for another recipient", List.of(ground(HARM_TEST, to("pharmacy"), -10)));
    }

    private void everything() {
        add("everything", granted(), all("consent", 10), all("svod-information", 10), all("harm-test", 10));
        main.add(blocked("everything, blocked", Scope.ALL, Set.of(), Set.of()));
        for (String concept : new TreeSet<>(CONCEPTS)) {
            main.add(blocked("everything, blocked for " + concept, only(concept), Set.of(), Set.of(concept)));
        }
    }

    private void everythingOfAnEdge() {
        edges.add(new Situation(
                "everything, but no home care",
                granted(),
                List.of(all("consent", 10), all("svod-information", 10), all("harm-test", 10)),
                false));
        besides("everything, blocked until yesterday", ground(BLOCK, Scope.ALL, -5, -1));
        besides("everything, blocked from tomorrow", ground(BLOCK, 1));
        edges.add(blocked("everything, blocked for " + CARE, to(CARE), Set.of(CARE), Set.of()));
        edges.add(blocked("everything, blocked for " + PATROL, to(PATROL), Set.of(PATROL), Set.of()));
    }

    private void besides(String name, RecordedGround... besides) {
        edge(
                name,
                Stream.concat(granted().stream(), Stream.of(besides)).toList(),
                all("consent", 10),
                all("svod-information", 10),
                all("harm-test", 10));
    }

    private static Situation blocked(String name, Scope scope, Set<String> recipients, Set<String> concepts) {
        return new Situation(
                name,
                Stream.concat(granted().stream(), Stream.of(ground(BLOCK, scope, 0)))
                        .toList(),
                List.of(
                        all("consent", 10),
                        all("svod-information", 10),
                        all("harm-test", 10),
                        new InForce("block", recipients, concepts, 0)),
                true);
    }

    private static List<RecordedGround> granted() {
        return List.of(ground(CONSENT, -10), ground(SVOD_INFORMATION, -10), ground(HARM_TEST, -10));
    }

    private void edge(String name, List<RecordedGround> recorded, InForce... counts) {
        edges.add(new Situation(name, recorded, List.of(counts), true));
    }

    private void add(String name, List<RecordedGround> recorded, InForce... counts) {
        main.add(new Situation(name, recorded, List.of(counts), true));
    }

    private static InForce all(String what, int age) {
        return new InForce(what, Set.of(), Set.of(), age);
    }

    private static InForce inForce(String what, String concept) {
        return new InForce(what, Set.of(), Set.of(concept), 10);
    }

    private static Set<String> without(String concept) {
        Set<String> others = new TreeSet<>(CONCEPTS);
        others.remove(concept);
        return others;
    }
}
