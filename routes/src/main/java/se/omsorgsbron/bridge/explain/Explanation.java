package se.omsorgsbron.bridge.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.operations.DisclosureWords;
import se.omsorgsbron.fhir.validation.ValidationIssue;

/**
 * What became of one record.
 *
 * @param label which record it is
 * @param kind its kind, such as {@code lifecare:service_plans}
 * @param problems what is wrong with it; none if it could be read
 * @param facts what it was read as
 * @param used what each used field is used for, by path
 * @param unused why each other populated field is not used, by path
 * @param none why there is no fact, where there is none
 * @param assumed what was assumed, in sentences
 * @param resources what it is in FHIR
 * @param recipients what each recipient gets of it
 */
public record Explanation(
        String label,
        String kind,
        List<Problem> problems,
        List<Fact> facts,
        Map<String, List<String>> used,
        Map<String, String> unused,
        Optional<String> none,
        List<String> assumed,
        List<Shown> resources,
        List<Share> recipients) {

    /** A resource as JSON with what the validator says of it. */
    public record Shown(String json, List<ValidationIssue> issues) {}

    /**
     * One recipient's.
     *
     * @param recipient its name
     * @param may what may leave to it and on which ground, and why the rest may not; empty for what is no person's
     * @param items what it gets, in its form; empty where its form is not known
     */
    public record Share(String recipient, Optional<DisclosureWords> may, Optional<List<Given>> items) {}

    /** An item with what keeps it from leaving; nothing if it leaves. */
    public record Given(Item item, List<Problem> problems) {}

    /** Whether nothing is wrong with it. */
    public boolean good() {
        return problems.isEmpty()
                && resources.stream()
                        .flatMap(resource -> resource.issues().stream())
                        .noneMatch(ValidationIssue::blocks);
    }
}
