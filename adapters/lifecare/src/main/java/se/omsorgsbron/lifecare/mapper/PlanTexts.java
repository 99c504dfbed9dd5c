package se.omsorgsbron.lifecare.mapper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.FreeText;

/**
 * What the texts under one headline (how, when or by whom) say of each service. A line that begins with a service's text and a
 * colon belongs to that service, whose own lines come first; any other line holds for every service of the plan.
 */
final class PlanTexts {
    private final List<String> services;
    private final List<Line> lines = new ArrayList<>();

    private PlanTexts(List<String> services) {
        this.services = services;
    }

    private record Line(Optional<String> service, String text) {}

    /**
     * Reads the texts.
     *
     * @param texts in the order of the plan
     * @param services the texts of the plan's services
     */
    static PlanTexts read(List<String> texts, List<String> services) {
        PlanTexts read = new PlanTexts(services);
        texts.stream().flatMap(String::lines).map(String::strip).forEach(read::add);
        return read;
    }

    /** What they say of that service; empty where they say nothing. */
    Optional<FreeText> of(String service) {
        List<String> said = new ArrayList<>();
        lines.stream().filter(l -> l.service().equals(Optional.of(service))).forEach(l -> said.add(l.text()));
        lines.stream().filter(l -> l.service().isEmpty()).forEach(l -> said.add(l.text()));
        return said.isEmpty() ? Optional.empty() : Optional.of(new FreeText(String.join("\n", said)));
    }

    private void add(String line) {
        Optional<String> service = services.stream()
                .filter(name -> line.startsWith(name + ":"))
                .max(Comparator.comparingInt(String::length));
        String text =
                service.map(name -> line.substring(name.length() + 1).strip()).orElse(line);
        if (!text.isEmpty()) {
            lines.add(new Line(service, text));
        }
    }
}
