package se.omsorgsbron.bridge.entrance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Everything that the running bridge answers to, as it says itself: Spring's mappings and FHIR's CapabilityStatement. */
final class Endpoints {
    /** A variable, whose regular expression may have braces of its own. */
    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+}(?=/|$)");

    private static final List<String> SEARCHES = List.of(
            "_include=*",
            "_revinclude=*",
            "_has:Consent:patient:_id=%s",
            "_content=%s",
            "_text=%s",
            "_filter=%s",
            "_lastUpdated=ge1900",
            "_type=CareTeam",
            "_count=1000",
            "_list=%s",
            "_include=%s",
            "_elements=*");

    private final RunningBridge bridge;

    Endpoints(RunningBridge bridge) {
        this.bridge = bridge;
    }

    /** A request, without whose it is. */
    record Call(String method, String path, String body) {
        /** The roles that it could be answered for, and one that it could not. */
        List<String> roles() {
            if (path.startsWith("/fhir/Consent")) {
                return List.of("coordinator");
            }
            if (path.startsWith("/night-patrol")) {
                return List.of("night-patrol", "coordinator");
            }
            return path.startsWith("/fhir")
                    ? List.of("primary-care")
                    : List.of("operations", "coordinator", "auditor", "primary-care");
        }

        boolean form() {
            return path.endsWith("_search");
        }
    }

    /** Each endpoint, with each of the values in each place that takes one. */
    Set<Call> calls(List<String> values) {
        Set<Call> calls = new LinkedHashSet<>();
        for (RequestMappingInfoHandlerMapping mapping : bridge.context
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()) {
            mapping.getHandlerMethods().keySet().forEach(info -> calls.addAll(of(info, values)));
        }
        calls.addAll(fhir(values));
        return calls;
    }

    private static List<Call> of(RequestMappingInfo info, List<String> values) {
        List<Call> calls = new ArrayList<>();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
            if (pattern.equals("/error")) {
                continue;
            }
            for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                for (String value : values) {
                    String path = VARIABLE.matcher(pattern.replace("**", value)).replaceAll(value);
                    calls.add(new Call(method.name(), path, method == RequestMethod.GET ? "" : body(value)));
                    if (method == RequestMethod.POST) {
                        calls.add(new Call("POST", path, "{\"person\": \"" + value + "\"}"));
                    }
                    if (method == RequestMethod.GET) {
                        calls.add(new Call("GET", path + "?after=" + value + "&municipality=0127&_type=x", ""));
                    }
                }
            }
        }
        return calls;
    }

    private static String body(String value) {
        return """
                {"person": "%1$s", "recipient": "primary-care", "reason": "%1$s", "kind": "block",
                 "recordedBy": "somebody"}
                """.formatted(value);
    }

    private List<Call> fhir(List<String> values) {
        List<Call> calls = new ArrayList<>();
        calls.add(new Call("GET", "/fhir/metadata", ""));
        for (JsonNode resource : capabilities().path("rest").path(0).path("resource")) {
            String type = "/fhir/" + resource.path("type").asText();
            Set<String> parameters =
                    new LinkedHashSet<>(resource.path("searchParam").findValuesAsText("name"));
            parameters.addAll(List.of("subject", "patient.identifier"));
            for (String value : values) {
                for (String path : List.of("/", "/_history/", "?_id=", "/_search?_id=")) {
                    calls.add(new Call("GET", type + path + value, ""));
                }
                calls.add(new Call("GET", "/fhir/Patient/" + value + "/$everything", ""));
                calls.add(new Call("GET", "/fhir?_getpages=" + value, ""));
                for (String parameter : parameters) {
                    calls.add(new Call("GET", type + "?" + parameter + "=Patient/" + value + "&_include=*", ""));
                    calls.add(new Call("POST", type + "/_search", parameter + "=" + value));
                }
            }
            for (String search : SEARCHES) {
                calls.add(new Call("POST", type + "/_search", search.formatted(values.get(0))));
            }
        }
        return calls;
    }

    private JsonNode capabilities() {
        try {
            return new JsonMapper()
                    .readTree(bridge.send("GET", "/fhir/metadata", bridge.token("primary-care-0127"), "")
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
