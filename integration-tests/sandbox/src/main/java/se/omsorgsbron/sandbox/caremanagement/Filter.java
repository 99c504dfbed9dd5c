package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of spring-filter as anybody needs here: {@code field : 'value'} on an errand, {@code exists(stakeholders.field : 'value')},
 * and several of them with {@code and}. Anything else is refused, as a field that CareManagement does not have.
 */
final class Filter {

    private static final Pattern OWN = Pattern.compile("(typeSlug|status|description|assignedUserId|id) ?: ?'([^']*)'");
    private static final Pattern EXISTS =
            Pattern.compile("exists\\(stakeholders\\.(externalId|externalIdType|role) ?: ?'([^']*)'\\)");

    private Filter() {}

    static Predicate<ObjectNode> parse(String text) {
        Predicate<ObjectNode> all = errand -> true;
        for (String term : text.split(" and ", -1)) {
            all = all.and(term(term.strip()));
        }
        return all;
    }

    private static Predicate<ObjectNode> term(String term) {
        Matcher own = OWN.matcher(term);
        if (own.matches()) {
            return errand -> errand.path(own.group(1)).asText().equals(own.group(2));
        }
        Matcher exists = EXISTS.matcher(term);
        if (exists.matches()) {
            return errand -> Store.part(errand, Part.STAKEHOLDERS).stream()
                    .anyMatch(s -> s.path(exists.group(1)).asText().equals(exists.group(2)));
        }
        throw new Refusal(400, "Invalid filter");
    }
}
