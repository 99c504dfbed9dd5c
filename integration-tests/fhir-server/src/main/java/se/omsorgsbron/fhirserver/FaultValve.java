package se.omsorgsbron.fhirserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Makes the server fail on demand. {@code PUT /_sandbox/fault} takes a {@link Fault} as JSON and sets it, {@code GET}
 * shows what is left of it ({@code count} 0: none), {@code DELETE} clears it. It touches only requests below
 * {@code /fhir}; requests to {@code /_sandbox} never show in the access log.
 */
final class FaultValve extends ValveBase {

    private static final String PATH = "/_sandbox/fault";
    private static final String USAGE = "{\"write\": \"PUT /_sandbox/fault with {'status': 503, 'count': 5}\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Fault current = Fault.NONE;

    FaultValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getRequestURI().startsWith("/_sandbox")) {
            request.setAttribute(RequestLog.UNLOGGED, true);
            try {
                control(request, response);
            } catch (JsonProcessingException e) {
                answer(response, Response.SC_BAD_REQUEST, USAGE);
            }
        } else {
            meet(takeOne(), request, response);
        }
    }

    private void meet(Fault fault, Request request, Response response) throws IOException, ServletException {
        pause(fault.delayMs());
        if (fault.dropAnswer()) {
            response.setSuspended(true);
            getNext().invoke(request, response);
            // With an IOException Tomcat keeps the status that the work ended with, for the access log.
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("answer dropped"));
        } else if (fault.dropConnection()) {
            // The access log writes a status also for a request that got none: it must not look like a success.
            response.setStatus(Response.SC_SERVICE_UNAVAILABLE);
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        } else if (fault.status() != 0) {
            response.sendError(fault.status());
        } else {
            getNext().invoke(request, response);
        }
    }

    private static void pause(long milliseconds) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while delaying a request", e);
        }
    }

    private void control(Request request, Response response) throws IOException {
        switch (request.getRequestURI().equals(PATH) ? request.getMethod() : "") {
            case "GET" -> answer(response, Response.SC_OK, JSON.writeValueAsString(get()));
            case "PUT" -> answer(response, Response.SC_OK, JSON.writeValueAsString(read(request)));
            case "DELETE" -> answer(response, Response.SC_OK, JSON.writeValueAsString(set(Fault.NONE)));
            default -> answer(response, Response.SC_NOT_FOUND, USAGE);
        }
    }

    private Fault read(Request request) throws IOException {
        return set(JSON.readValue(request.getInputStream(), Fault.class));
    }

    private static void answer(Response response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getWriter().write(text);
    }

    private synchronized Fault set(Fault fault) {
        current = fault;
        return fault;
    }

    private synchronized Fault get() {
        return current;
    }

    private synchronized Fault takeOne() {
        Fault fault = current;
        current = fault.count() > 1 ? fault.withCount(fault.count() - 1) : Fault.NONE;
        return fault;
    }
}
