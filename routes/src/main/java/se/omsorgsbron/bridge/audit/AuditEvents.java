package se.omsorgsbron.bridge.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRecord.DataObject;
import se.omsorgsbron.bridge.audit.AuditRecord.Outcome;
import se.omsorgsbron.fhir.Canonicals;
import se.omsorgsbron.fhir.mapping.FhirIds;

/**
 * From a record to a FHIR AuditEvent, as JSON. A disclosure of a person's data is BALP's <a
 * href="https://profiles.ihe.net/ITI/BALP/StructureDefinition-IHE.BasicAudit.PrivacyDisclosure.Source.html">Privacy Disclosure at
 * Source</a>; the rest has no profile of its own there and follows its patterns. Every delivery waits for one: so it is written
 * without HAPI, which takes ten times as long.
 */
final class AuditEvents {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DISCLOSURE_PROFILE =
            "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source";
    private static final String BALP_ENTITY = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String BRIDGE = "Omsorgsbron";

    private AuditEvents() {}

    static String json(AuditRecord record, Instant at, String requestId) {
        ObjectNode event =
                JSON.createObjectNode().put("resourceType", "AuditEvent").put("id", requestId);
        type(event, record.action(), record.subject().isPresent());
        event.put("recorded", at.toString()).put("outcome", record.outcome() == Outcome.SUCCESS ? "0" : "8");
        if (!record.why().isBlank()) {
            event.put("outcomeDesc", record.why());
        }
        agents(event.putArray("agent"), record);
        ObjectNode source = event.putObject("source").put("site", record.municipality());
        source.putObject("observer").put("display", BRIDGE);
        coding(source.putArray("type").addObject(), HL7 + "security-source-type", "4");
        ArrayNode entities = event.putArray("entity");
        record.subject().ifPresent(subject -> {
            ObjectNode person = entities.addObject();
            person.putObject("what").put("reference", "Patient/" + FhirIds.patient(subject));
            coding(person.putObject("type"), HL7 + "audit-entity-type", "1");
            coding(person.putObject("role"), HL7 + "object-role", "1");
        });
        record.objects().forEach(object -> entity(entities.addObject(), object));
        ObjectNode transaction = entities.addObject();
        transaction.putObject("what").putObject("identifier").put("value", requestId);
        coding(transaction.putObject("type"), BALP_ENTITY, "XrequestId");
        return event.toString();
    }

    private static void type(ObjectNode event, Action action, boolean person) {
        switch (action) {
            case DISCLOSURE, REFUSAL -> {
                if (person) {
                    event.putObject("meta").putArray("profile").add(DISCLOSURE_PROFILE);
                }
                coding(event.putObject("type"), DICOM, "110106").put("display", "Export");
                coding(event.putArray("subtype").addObject(), HL7 + "iso-21089-lifecycle", "disclose");
                event.put("action", "R");
            }
            case ACCESS -> {
                coding(event.putObject("type"), HL7 + "audit-event-type", "rest");
                coding(event.putArray("subtype").addObject(), "http://hl7.org/fhir/restful-interaction", "read");
                event.put("action", "R");
            }
            case RETRY, DISCARD, GROUND, ERASURE, CUT -> {
                coding(event.putObject("type"), DICOM, "110100").put("display", "Application Activity");
                coding(
                        event.putArray("subtype").addObject(),
                        Canonicals.BASE + "/CodeSystem/operations-action",
                        action.name().toLowerCase(Locale.ROOT));
                event.put("action", action == Action.ERASURE || action == Action.CUT ? "D" : "E");
            }
        }
    }

    private static void agents(ArrayNode agents, AuditRecord record) {
        boolean operator = !record.actor().equals(AuditTrail.BRIDGE);
        ObjectNode source = agent(agents, DICOM, "110153", BRIDGE, !operator);
        source.putObject("network").put("address", "localhost").put("type", "1");
        record.recipient().ifPresent(recipient -> {
            ObjectNode destination = agent(agents, DICOM, "110152", recipient.name(), false);
            destination.putObject("network").put("address", recipient.address()).put("type", "5");
        });
        if (operator) {
            agent(agents, HL7 + "v3-ParticipationType", "IRCP", record.actor(), true);
        }
    }

    private static ObjectNode agent(ArrayNode agents, String system, String role, String who, boolean requestor) {
        ObjectNode agent = agents.addObject();
        coding(agent.putObject("type").putArray("coding").addObject(), system, role);
        agent.putObject("who").put("display", who);
        return agent.put("requestor", requestor);
    }

    private static void entity(ObjectNode entity, DataObject object) {
        entity.putObject("what").put("reference", object.key());
        coding(entity.putObject("type"), HL7 + "audit-entity-type", "2");
        coding(entity.putObject("role"), HL7 + "object-role", "4");
        coding(entity.putObject("lifecycle"), HL7 + "dicom-audit-lifecycle", object.ended() ? "14" : "11");
        if (!object.grounds().isEmpty()) {
            String type = object.key().startsWith(AuditCut.RECORD) ? "head" : "ground";
            ArrayNode details = entity.putArray("detail");
            object.grounds()
                    .forEach(ground -> details.addObject().put("type", type).put("valueString", ground));
        }
    }

    private static ObjectNode coding(ObjectNode coding, String system, String code) {
        return coding.put("system", system).put("code", code);
    }
}
