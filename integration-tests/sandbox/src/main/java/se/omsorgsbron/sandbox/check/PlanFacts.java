package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's plans as Lifecare has them. */
final class PlanFacts {
    private PlanFacts() {}

    /**
     * A plan.
     *
     * @param id ServicePlan.Id
     * @param type {@code implementation-plan} or {@code action-plan}
     * @param established first day
     * @param end last day
     * @param node the record
     */
    record PlanFact(String id, String type, LocalDate established, Optional<LocalDate> end, JsonNode node) {
        boolean inForce(LocalDate day) {
            return !established.isAfter(day) && !over(day);
        }

        boolean over(LocalDate day) {
            return end.map(last -> last.isBefore(day)).orElse(false);
        }
    }

    /** A service of a plan, with how, when and by whom; each empty where nothing says it. */
    record Activity(String service, String how, String when, String byWhom, String start, String end) {}

    /** The person's readable plans, oldest first. */
    static List<PlanFact> of(CaseFile file, Citizen citizen) {
        return file.of(citizen, "service_plans").stream()
                .flatMap(node -> Times.day(node, "EstablishedDate").stream()
                        .map(established -> new PlanFact(
                                Json.text(node, "Id"),
                                headed(file, node, "action-plan").isEmpty() ? "implementation-plan" : "action-plan",
                                established,
                                Times.day(node, "EndDate"),
                                node)))
                .sorted(Comparator.comparing(PlanFact::established).thenComparing(plan -> Long.parseLong(plan.id())))
                .toList();
    }

    /** The plan in force of each type. */
    static Map<String, PlanFact> inForce(List<PlanFact> plans, LocalDate day) {
        return plans.stream()
                .filter(plan -> plan.inForce(day))
                .collect(Collectors.toMap(PlanFact::type, plan -> plan, (older, newer) -> newer));
    }

    /** The texts of the plan under the headlines that are that part of a plan. */
    static List<String> headed(CaseFile file, JsonNode plan, String part) {
        return entries(plan, headline -> part.equals(file.tables().planParts().get(headline)));
    }

    private static List<String> entries(JsonNode plan, Predicate<String> headline) {
        return Json.list(plan, "OtherInformation").stream()
                .filter(entry -> headline.test(Json.text(entry, "Headline", "Id")))
                .flatMap(entry -> Json.find(entry, "Text").stream())
                .toList();
    }

    /** What stands under no headline that has a place of its own, and under that of an action plan. */
    static List<String> other(CaseFile file, JsonNode plan) {
        var other = new ArrayList<String>();
        for (JsonNode entry : Json.list(plan, "OtherInformation")) {
            String part = file.tables().planParts().getOrDefault(Json.text(entry, "Headline", "Id"), "");
            String text = Json.text(entry, "Text");
            if (!text.isEmpty() && part.isEmpty()) {
                other.add(Json.find(entry, "Headline", "Text")
                        .map(headline -> headline + ": " + text)
                        .orElse(text));
            } else if (!text.isEmpty() && (part.equals("action-plan") || homeless(plan, part))) {
                other.add(text);
            }
        }
        Json.find(plan, "OtherServices").ifPresent(other::add);
        return other;
    }

    /** How, when and by whom have no activity to stand in when the plan has no services. */
    private static boolean homeless(JsonNode plan, String part) {
        return !part.equals("goal") && Json.list(plan, "Services").isEmpty();
    }

    /** The plan's activities, in the order of its services. */
    static List<Activity> activities(CaseFile file, JsonNode plan) {
        var services = Json.list(plan, "Services").stream()
                .map(service -> Json.text(service, "ServiceType", "Text").strip())
                .toList();
        var activities = new ArrayList<Activity>();
        for (JsonNode service : Json.list(plan, "Services")) {
            String text = Json.text(service, "ServiceType", "Text").strip();
            activities.add(new Activity(
                    text,
                    said(headed(file, plan, "how"), text, services),
                    said(headed(file, plan, "when"), text, services),
                    said(headed(file, plan, "by-whom"), text, services),
                    Times.day(service, "StartDate").map(LocalDate::toString).orElse(""),
                    Times.day(service, "EndDate").map(LocalDate::toString).orElse("")));
        }
        return activities;
    }

    /** The lines that begin with the service and a colon, then the lines that begin with no service of the plan. */
    private static String said(List<String> texts, String service, List<String> services) {
        var lines = texts.stream().flatMap(String::lines).map(String::strip).toList();
        Stream<String> own = lines.stream()
                .filter(line -> service.equals(prefix(line, services)))
                .map(line -> line.substring(service.length() + 1).strip());
        Stream<String> common =
                lines.stream().filter(line -> prefix(line, services).isEmpty());
        return Stream.concat(own, common).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String prefix(String line, List<String> services) {
        return services.stream()
                .filter(service -> line.startsWith(service + ":"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
