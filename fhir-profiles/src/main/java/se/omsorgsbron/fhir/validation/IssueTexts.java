package se.omsorgsbron.fhir.validation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import se.omsorgsbron.fhir.validation.ValidationIssue.Severity;

/**
 * Makes issues of the validator's messages. A message quotes the resource ("Not a valid date format: '...'"), and the resource is
 * about a person. So only its id and its place are taken over; the words come from the invariant, or from the validator's
 * template for that id with every placeholder left open.
 */
final class IssueTexts {
    private static final String UNCLASSIFIED = "unclassified";
    private static final Pattern PLACEHOLDER = Pattern.compile("'*\\{\\d+[^}]*}'*");
    private static final Pattern RESOURCE_ID = Pattern.compile("/\\*.*?\\*/");
    private static final Pattern KEY = Pattern.compile("[a-z]+-[0-9a-z]+");

    private final Map<String, String> humanByKey;
    private final ResourceBundle templates = ResourceBundle.getBundle("Messages", Locale.ENGLISH);

    /** @param humanByKey the words of our invariants, by key */
    IssueTexts(Map<String, String> humanByKey) {
        this.humanByKey = Map.copyOf(humanByKey);
    }

    ValidationIssue issue(ValidationMessage message) {
        String id = id(message);
        return new ValidationIssue(severity(message), location(message), text(id), id);
    }

    private String id(ValidationMessage message) {
        String id = message.getInvId() != null ? message.getInvId() : message.getMessageId();
        if (id == null) {
            return UNCLASSIFIED;
        }
        String key = id.substring(id.indexOf('#') + 1);
        boolean invariant = id.indexOf('#') >= 0 && KEY.matcher(key).matches();
        // An id that is neither is not passed on: some code paths put the whole message there.
        return invariant || template(key).isPresent() ? key : UNCLASSIFIED;
    }

    private String text(String id) {
        return Optional.ofNullable(humanByKey.get(id))
                .or(() -> template(id).map(IssueTexts::withoutValues))
                .orElse("Uppfyller inte FHIR. / Does not satisfy FHIR.");
    }

    private Optional<String> template(String id) {
        return Stream.of(id, id + "_one", id + "_other")
                .filter(templates::containsKey)
                .findFirst()
                .map(templates::getString);
    }

    private static String withoutValues(String template) {
        return PLACEHOLDER.matcher(template).replaceAll("…").replace("''", "'");
    }

    private static String location(ValidationMessage message) {
        String location = message.getLocation();
        return location == null ? "" : RESOURCE_ID.matcher(location).replaceAll("");
    }

    private static Severity severity(ValidationMessage message) {
        return switch (message.getLevel()) {
            case FATAL -> Severity.FATAL;
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case INFORMATION, NULL -> Severity.INFORMATION;
        };
    }
}
