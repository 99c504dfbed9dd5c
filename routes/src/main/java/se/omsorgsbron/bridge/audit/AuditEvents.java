package se.omsorgsbron.bridge.audit;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Locale;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRecord.DataObject;
import se.omsorgsbron.bridge.audit.AuditRecord.Outcome;
import se.omsorgsbron.fhir.Canonicals;
import se.omsorgsbron.fhir.mapping.FhirIds;

/**
 * From a record to a FHIR AuditEvent. A disclosure of a person's data is BALP's <a
 * href="https://profiles.ihe.net/ITI/BALP/StructureDefinition-IHE.BasicAudit.PrivacyDisclosure.Source.html">Privacy Disclosure at
 * Source</a>; the rest has no profile of its own there and follows its patterns.
 */
final class AuditEvents {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String DISCLOSURE_PROFILE =
            "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/dicom-audit-lifecycle";
    private static final String BRIDGE = "Omsorgsbron";

    private AuditEvents() {}

    /** The event as JSON. */
    static String json(AuditRecord record, Instant at, String requestId) {
        return FHIR.newJsonParser().encodeResourceToString(of(record, at, requestId));
    }

    static AuditEvent read(String json) {
        return FHIR.newJsonParser().parseResource(AuditEvent.class, json);
    }

    static AuditEvent of(AuditRecord record, Instant at, String requestId) {
        AuditEvent event = new AuditEvent();
        event.setId(requestId);
        type(event, record.action(), record.subject().isPresent());
        event.setRecordedElement(new InstantType(at.toString()));
        event.setOutcome(record.outcome() == Outcome.SUCCESS ? AuditEventOutcome._0 : AuditEventOutcome._8);
        if (!record.why().isEmpty()) {
            event.setOutcomeDesc(record.why());
        }
        event.getSource().setSite(record.municipality()).setObserver(new Reference().setDisplay(BRIDGE));
        event.getSource().addType(new Coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4", null));
        agents(event, record);
        record.subject()
                .ifPresent(subject -> event.addEntity()
                        .setType(new Coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "1", null))
                        .setRole(new Coding("http://terminology.hl7.org/CodeSystem/object-role", "1", null))
                        .setWhat(new Reference("Patient/" + FhirIds.patient(subject))));
        record.objects().forEach(object -> event.addEntity(entity(object)));
        event.addEntity()
                .setType(new Coding(
                        "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", null))
                .getWhat()
                .getIdentifier()
                .setValue(requestId);
        return event;
    }

    private static void type(AuditEvent event, Action action, boolean person) {
        switch (action) {
            case DISCLOSURE, REFUSAL -> {
                if (person) {
                    event.getMeta().addProfile(DISCLOSURE_PROFILE);
                }
                event.setType(new Coding(DICOM, "110106", "Export"));
                event.addSubtype(
                        new Coding("http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "disclose", null));
                event.setAction(AuditEventAction.R);
            }
            case ACCESS -> {
                event.setType(new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", null));
                event.addSubtype(new Coding("http://hl7.org/fhir/restful-interaction", "read", null));
                event.setAction(AuditEventAction.R);
            }
            case RETRY, DISCARD, GROUND, ERASURE -> {
                event.setType(new Coding(DICOM, "110100", "Application Activity"));
                event.addSubtype(new Coding(
                        Canonicals.BASE + "/CodeSystem/operations-action",
                        action.name().toLowerCase(Locale.ROOT),
                        null));
                event.setAction(action == Action.ERASURE ? AuditEventAction.D : AuditEventAction.E);
            }
        }
    }

    private static void agents(AuditEvent event, AuditRecord record) {
        boolean operator = !record.actor().equals(AuditTrail.BRIDGE);
        agent(event, "110153", "Source Role ID", BRIDGE, !operator)
                .getNetwork()
                .setAddress("localhost")
                .setType(AuditEventAgentNetworkType._1);
        record.recipient()
                .ifPresent(recipient -> agent(event, "110152", "Destination Role ID", recipient.name(), false)
                        .getNetwork()
                        .setAddress(recipient.address())
                        .setType(AuditEventAgentNetworkType._5));
        if (operator) {
            event.addAgent()
                    .setRequestor(true)
                    .setWho(new Reference().setDisplay(record.actor()))
                    .getType()
                    .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", null));
        }
    }

    private static AuditEventAgentComponent agent(
            AuditEvent event, String role, String display, String who, boolean requestor) {
        AuditEventAgentComponent agent =
                event.addAgent().setRequestor(requestor).setWho(new Reference().setDisplay(who));
        agent.getType().addCoding(new Coding(DICOM, role, display));
        return agent;
    }

    private static AuditEventEntityComponent entity(DataObject object) {
        AuditEventEntityComponent entity = new AuditEventEntityComponent()
                .setType(new Coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "2", null))
                .setRole(new Coding("http://terminology.hl7.org/CodeSystem/object-role", "4", null))
                .setLifecycle(new Coding(LIFECYCLE, object.ended() ? "14" : "11", null))
                .setWhat(new Reference(object.key()));
        object.grounds().forEach(ground -> entity.addDetail().setType("ground").setValue(new StringType(ground)));
        return entity;
    }
}
