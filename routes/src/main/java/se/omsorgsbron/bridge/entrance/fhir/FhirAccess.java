package se.omsorgsbron.bridge.entrance.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.access.Interaction;
import se.omsorgsbron.bridge.entrance.CallerToken;
import se.omsorgsbron.bridge.entrance.Denials;

/** Lets a caller do with a resource what its role and its token's scopes cover, and tells failures without what was sent. */
@Interceptor
public final class FhirAccess {
    private static final Logger LOG = LoggerFactory.getLogger(FhirAccess.class);
    private static final Pattern UNKNOWN = Pattern.compile("Unknown element '([A-Za-z]{1,40})'");
    private static final Pattern OTHER_FORM = Pattern.compile("(?i)turtle|ttl|rdf|ndjson");
    private static final Map<RestOperationTypeEnum, Interaction> INTERACTIONS = Map.of(
            RestOperationTypeEnum.READ, Interaction.READ,
            RestOperationTypeEnum.SEARCH_TYPE, Interaction.SEARCH,
            RestOperationTypeEnum.CREATE, Interaction.CREATE,
            RestOperationTypeEnum.UPDATE, Interaction.UPDATE);
    /** What somebody must be able to create, one of them at least, to send a transaction; each entry is judged by itself. */
    private static final List<String> IN_TRANSACTIONS = List.of("Communication", "CareTeam");

    private final Denials denials;

    FhirAccess(Denials denials) {
        this.denials = denials;
    }

    /** @throws ForbiddenOperationException for what nothing allows, every operation that is not named here included */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void allowed(RequestDetails request, RestOperationTypeEnum operation) {
        if (operation == RestOperationTypeEnum.METADATA) {
            return;
        }
        String type = Optional.ofNullable(request.getResourceName()).orElse("");
        if (!may(operation, type, Optional.ofNullable(request.getOperation()).orElse(""))) {
            denials.denied(CallerToken.current(), operation.name(), "/fhir/" + type);
            throw new ForbiddenOperationException(
                    "The client's role, or the scopes of its token, do not cover this with this type of resource.");
        }
    }

    private static boolean may(RestOperationTypeEnum operation, String type, String named) {
        Caller caller = CallerToken.current();
        return switch (operation) {
            case TRANSACTION -> IN_TRANSACTIONS.stream().anyMatch(one -> caller.may(one, Interaction.CREATE));
            // Whoever may create something may ask first whether it would be taken.
            case EXTENDED_OPERATION_TYPE -> named.equals("$validate") && caller.may(type, Interaction.CREATE);
            default ->
                Optional.ofNullable(INTERACTIONS.get(operation))
                        .map(interaction -> caller.may(type, interaction))
                        .orElse(false);
        };
    }

    /** Only JSON is spoken: there is no reader of XML to be tricked, and no writer of RDF. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_PROCESSED)
    public void json(HttpServletRequest request) {
        String sent = Optional.ofNullable(request.getContentType()).orElse("");
        String form = "application/x-www-form-urlencoded";
        if (!sent.isEmpty() && !sent.contains("json") && !sent.startsWith(form)) {
            throw new UnclassifiedServerFailureException(415, "Send application/fhir+json.");
        }
        String wanted = Optional.ofNullable(request.getHeader("Accept")).orElse("")
                + Optional.ofNullable(request.getParameter("_format")).orElse("json");
        if ((wanted.contains("xml") && !wanted.contains("json"))
                || OTHER_FORM.matcher(wanted).find()) {
            throw new UnclassifiedServerFailureException(406, "Only application/fhir+json is spoken here.");
        }
    }

    /** A failure whose words are ours, or none of what was sent. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException told(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (cause(failure, DataFormatException.class).isPresent() || message.contains("Failed to parse request body")) {
            return new InvalidRequestException(
                    "The body is no FHIR R4 resource in JSON that can be read whole" + element(message) + ".");
        }
        if (cause(failure, RequestRejectedException.class).isPresent()) {
            return new InvalidRequestException("A header or a parameter has a character that is not taken.");
        }
        if (cause(failure, DataAccessException.class).isPresent()
                || cause(failure, TransactionException.class).isPresent()) {
            return new UnclassifiedServerFailureException(503, "The ledger does not answer: come again.");
        }
        Optional<BaseServerResponseException> known =
                cause(failure, BaseServerResponseException.class).filter(response -> response.getStatusCode() < 500);
        if (known.isPresent()) {
            return known.get() instanceof ResourceNotFoundException
                    ? new ResourceNotFoundException("There is nothing of that id for this client.")
                    : known.get();
        }
        // Its message could quote what was sent.
        LOG.error("a FHIR request failed ({})", failure.getClass().getName());
        return new InternalErrorException("The bridge failed; operations can see why.");
    }

    /** The element, where the reader names one that looks like one. */
    private static String element(String message) {
        Matcher named = UNKNOWN.matcher(message);
        return named.find() ? ": the element '" + named.group(1) + "' is not known here" : "";
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
