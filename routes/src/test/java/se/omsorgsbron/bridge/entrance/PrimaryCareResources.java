package se.omsorgsbron.bridge.entrance;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** What a primary care's system may send of the person of whom only the night patrol and it write. */
final class PrimaryCareResources {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SYSTEM = "https://journal.example.org/messages";

    private PrimaryCareResources() {}

    static ObjectNode communication(String id, String kind, String text) {
        ObjectNode note = read("""
                {"resourceType": "Communication", "status": "completed",
                 "contained": [
                   {"resourceType": "Practitioner", "id": "p", "name": [{"given": ["Disa"], "family": "Lund"}]},
                   {"resourceType": "PractitionerRole", "id": "r", "practitioner": {"reference": "#p"},
                    "code": [{"text": "distriktssköterska"}]}],
                 "identifier": [{"system": "%s", "value": "%s"}],
                 "category": [{"coding": [{"system": "https://fhir.omsorgsbron.se/CodeSystem/note-kind", "code": "%s"}]}],
                 "subject": {"identifier": {"system": "http://electronichealth.se/identifier/personnummer", "value": "%s"}},
                 "sent": "2025-11-24T10:15:00+01:00", "sender": {"reference": "#r"}, "payload": [{}]}
                """.formatted(SYSTEM, id, kind, RunningBridge.AT_NIGHT));
        ((ObjectNode) note.at("/payload/0")).put("contentString", text);
        return note;
    }

    /** The elements that an OperationOutcome names. */
    static List<String> expressions(HttpResponse<String> answer) {
        return read(OperationOutcome.class, answer).getIssue().stream()
                .flatMap(issue -> issue.getExpression().stream())
                .map(StringType::getValue)
                .toList();
    }

    /** The resource that was answered. */
    static <T extends Resource> T read(Class<T> type, HttpResponse<String> answer) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, answer.body());
    }

    static ObjectNode withdrawn(String id) {
        return read("""
                {"resourceType": "Communication", "status": "entered-in-error",
                 "identifier": [{"system": "%s", "value": "%s"}]}
                """.formatted(SYSTEM, id));
    }

    static ObjectNode correcting(String earlier, ObjectNode note) {
        note.putArray("extension").add(read("""
                {"url": "https://fhir.omsorgsbron.se/StructureDefinition/corrects",
                 "valueReference": {"identifier": {"system": "%s", "value": "%s"}}}
                """.formatted(SYSTEM, earlier)));
        return note;
    }

    static ObjectNode team(String id, String status, String role, String name) {
        return read("""
                {"resourceType": "CareTeam", "status": "%s", "identifier": [{"system": "%s", "value": "%s"}],
                 "contained": [{"resourceType": "Practitioner", "id": "r", "name": [{"text": "%s"}],
                    "qualification": [{"code": {"text": "distriktssköterska"}}], "telecom": [{"system": "phone", "value": "08-000 00 00"}]}],
                 "subject": {"identifier": {"system": "http://electronichealth.se/identifier/personnummer", "value": "%s"}},
                 "participant": [{
                   "role": [{"coding": [{"system":
                     "https://terminologitjansten.inera.se/inera-kodverksforvaltning/kodverk/kv_typ_av_fast_kontakt", "code": "%s"}]}],
                   "member": {"reference": "#r", "type": "Practitioner"}, "onBehalfOf": {"display": "Vårdcentralen Ek"},
                   "period": {"start": "2025-11-01"}}]}
                """.formatted(status, SYSTEM, id, name, RunningBridge.AT_NIGHT, role));
    }

    static ObjectNode parameters(ObjectNode resource) {
        ObjectNode parameters = read("{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"resource\"}]}");
        ((ObjectNode) parameters.at("/parameter/0")).set("resource", resource);
        return parameters;
    }

    static String transaction(ObjectNode... resources) {
        ObjectNode bundle = read("{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": []}");
        for (ObjectNode resource : resources) {
            ObjectNode entry = bundle.withArray("entry").addObject();
            entry.set("resource", resource);
            entry.putObject("request")
                    .put("method", "POST")
                    .put("url", resource.path("resourceType").asText());
        }
        return bundle.toString();
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
