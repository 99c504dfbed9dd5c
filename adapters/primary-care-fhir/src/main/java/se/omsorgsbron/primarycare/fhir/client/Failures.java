package se.omsorgsbron.primarycare.fhir.client;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.PrimitiveType;
import se.omsorgsbron.api.recipient.RecipientUnavailable;

/**
 * The one place that tells what a failed request means: a conflict, a refusal for good, or no answer that decides. Messages and
 * causes of the exceptions hold URLs and the server's words about what it was sent, so neither is passed on.
 */
final class Failures {
    private static final Set<Integer> CONFLICT = Set.of(409, 412);
    private static final Set<Integer> CREDENTIALS = Set.of(401, 407);
    private static final Set<Integer> COME_AGAIN = Set.of(408, 425, 429);
    /** From the FHIR server these judge what was sent; from a gateway or a wrong address they say nothing about it. */
    private static final Set<Integer> PERHAPS_A_GATEWAY = Set.of(403, 404, 405);

    /** An element's path and nothing else: no quoted value, and no number long enough to name a person. */
    private static final Pattern ELEMENT_PATH =
            Pattern.compile("[A-Za-z]+(\\[[0-9]{1,4}])?(\\.[A-Za-z]+(\\[[0-9]{1,4}])?)*");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private Failures() {}

    /** What the failure says about what was sent. @throws RecipientUnavailable if it says nothing about it */
    static Answer answer(Throwable failure) throws RecipientUnavailable {
        BaseServerResponseException response = response(failure);
        int status = response.getStatusCode();
        Optional<OperationOutcome> outcome = outcome(response);
        if (response instanceof FhirClientConnectionException) {
            throw unavailable(response);
        }
        if (CONFLICT.contains(status)) {
            return new Answer.Conflict(status);
        }
        if (decides(status, outcome)) {
            return new Answer.Refused(refusal(status, outcome));
        }
        throw unavailable(response);
    }

    /** The failure as one that decides nothing. */
    static RecipientUnavailable unavailable(Throwable failure) {
        try {
            return unavailable(response(failure));
        } catch (RecipientUnavailable noResponse) {
            return noResponse;
        }
    }

    private static boolean decides(int status, Optional<OperationOutcome> outcome) {
        if (status < 400 || status >= 500 || CREDENTIALS.contains(status) || COME_AGAIN.contains(status)) {
            return false;
        }
        return outcome.isPresent() || !PERHAPS_A_GATEWAY.contains(status);
    }

    private static RecipientUnavailable unavailable(BaseServerResponseException response) {
        int status = response.getStatusCode();
        if (response instanceof FhirClientConnectionException) {
            // Bears status 500, although there was no answer, or none that could be read.
            return new RecipientUnavailable(connectionFailure(response));
        }
        if (CREDENTIALS.contains(status)) {
            return new RecipientUnavailable("does not accept the bridge's credentials (status " + status + ")");
        }
        if (status < 400) {
            return new RecipientUnavailable("answered with something that is not FHIR (status " + status + ")");
        }
        if (PERHAPS_A_GATEWAY.contains(status)) {
            return new RecipientUnavailable("answered status " + status
                    + " without an OperationOutcome: check its base address, and what stands in front of it");
        }
        return new RecipientUnavailable("answered status " + status + retryAfter(response));
    }

    private static BaseServerResponseException response(Throwable failure) throws RecipientUnavailable {
        return causes(failure)
                .filter(BaseServerResponseException.class::isInstance)
                .map(BaseServerResponseException.class::cast)
                .findFirst()
                .orElseThrow(() -> new RecipientUnavailable(
                        "could not be asked: " + lastCause(failure).getClass().getSimpleName()));
    }

    private static String connectionFailure(Throwable failure) {
        List<Throwable> causes = causes(failure).toList();
        if (causes.stream().anyMatch(InterruptedIOException.class::isInstance)) {
            return "gave no answer in time";
        }
        if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
            return "has a host name that nobody knows";
        }
        if (causes.stream().anyMatch(DataFormatException.class::isInstance)) {
            return "answered with something that is not FHIR";
        }
        if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return "refused the connection";
        }
        return "broke off the connection";
    }

    private static String retryAfter(BaseServerResponseException response) {
        if (!response.hasResponseHeaders()) {
            return "";
        }
        return response.getResponseHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(RequestSettings.RETRY_AFTER))
                .flatMap(header -> header.getValue().stream())
                .filter(value -> SECONDS.matcher(value).matches())
                .findFirst()
                .map(seconds -> ", and asks to wait " + seconds + " s")
                .orElse("");
    }

    private static Optional<OperationOutcome> outcome(BaseServerResponseException response) {
        return response.getOperationOutcome() instanceof OperationOutcome outcome
                ? Optional.of(outcome)
                : Optional.empty();
    }

    private static Answer.Refusal refusal(int status, Optional<OperationOutcome> outcome) {
        return outcome.map(found -> refusal(status, found)).orElseGet(() -> Answer.Refusal.of(status));
    }

    /** Codes and element paths of an outcome, and none of its words. */
    static Answer.Refusal refusal(int status, OperationOutcome outcome) {
        List<String> codes = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        for (OperationOutcome.OperationOutcomeIssueComponent issue : outcome.getIssue()) {
            if (!isError(issue)) {
                continue;
            }
            if (issue.getCode() != null) {
                codes.add(issue.getCode().toCode());
            }
            Stream.concat(issue.getExpression().stream(), issue.getLocation().stream())
                    .map(PrimitiveType::getValue)
                    .filter(path -> path != null && ELEMENT_PATH.matcher(path).matches())
                    .forEach(expressions::add);
        }
        return new Answer.Refusal(
                status,
                codes.stream().distinct().toList(),
                expressions.stream().distinct().toList());
    }

    private static boolean isError(OperationOutcome.OperationOutcomeIssueComponent issue) {
        return issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR
                || issue.getSeverity() == OperationOutcome.IssueSeverity.FATAL;
    }

    private static Throwable lastCause(Throwable failure) {
        return causes(failure).reduce(failure, (first, second) -> second);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
