package se.omsorgsbron.primarycare.fhir.source;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/** Resources as a primary care's server has them. */
public final class Words {
    /** Published test numbers of people born long ago. */
    public static final String NUMBER = "189002029800";

    public static final String STRANGER = "189602029812";

    private static final JsonMapper JSON = new JsonMapper();

    private Words() {}

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Everything that a Communication may have of what is read. */
    public static ObjectNode note(String id) {
        return json("""
                {'resourceType': 'Communication', 'id': '%1$s', 'status': 'completed',
                 'meta': {'lastUpdated': '2026-11-24T10:00:00Z', 'versionId': '1',
                   'security': [{'system': 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', 'code': 'N'}]},
                 'contained': [
                   {'resourceType': 'Practitioner', 'id': 'p', 'name': [{'given': ['Disa', 'Eva'], 'family': 'Lund'}],
                    'identifier': [{'system': 'urn:oid:1.2.752.29.4.19', 'value': 'SE165565594230-1003'}]},
                   {'resourceType': 'PractitionerRole', 'id': 'r', 'practitioner': {'reference': '#p'},
                    'code': [{'text': 'distriktssköterska'}]}],
                 'extension': [{'url': 'https://fhir.omsorgsbron.se/StructureDefinition/occurred',
                    'valueDateTime': '2026-11-24T08:00:00+01:00'},
                   {'url': 'https://fhir.omsorgsbron.se/StructureDefinition/corrects',
                    'valueReference': {'identifier': {'system': 'urn:x:notes', 'value': 'earlier'}}}],
                 'identifier': [{'system': 'urn:x:notes', 'value': '%1$s'}],
                 'category': [{'coding': [{'system': 'https://fhir.omsorgsbron.se/CodeSystem/note-kind', 'code': 'daily'}]}],
                 'subject': {'reference': 'Patient/17'}, 'sent': '2026-11-24T10:15:00+01:00',
                 'priority': 'urgent', 'sender': {'reference': '#r'},
                 'payload': [{'contentString': 'Såret läks.'}, {'contentString': 'Åter på fredag. 😀'}]}
                """.formatted(id));
    }

    /** A note whose author stands at the server. */
    public static Communication simple(String id, String text) {
        ObjectNode note = note(id);
        note.remove(List.of("contained", "extension"));
        note.putObject("sender").put("reference", "Practitioner/9");
        note.putArray("payload").addObject().put("contentString", text);
        return parse(Communication.class, note);
    }

    public static ObjectNode team(String id) {
        return json("""
                {'resourceType': 'CareTeam', 'id': '%1$s', 'status': 'active', 'name': 'Fast kontakt',
                 'identifier': [{'system': 'urn:x:teams', 'value': '%1$s'}], 'subject': {'reference': 'Patient/17'},
                 'contained': [{'resourceType': 'Practitioner', 'id': 'p', 'name': [{'text': 'Rut Alm'}],
                   'qualification': [{'code': {'text': 'läkare'}}],
                   'telecom': [{'system': 'phone', 'value': '08-000 00 00', 'use': 'work'},
                     {'system': 'phone', 'value': '070-000 00 00', 'use': 'home'}]}],
                 'participant': [
                   {'role': [{'coding': [{'system':
                      'https://terminologitjansten.inera.se/inera-kodverksforvaltning/kodverk/kv_typ_av_fast_kontakt', 'code': '1'}]}],
                    'member': {'display': 'Disa Lund'}, 'period': {'start': '2026-01-01'}},
                   {'role': [{'coding': [{'system':
                      'https://terminologitjansten.inera.se/inera-kodverksforvaltning/kodverk/kv_typ_av_fast_kontakt', 'code': '2'}]}],
                    'member': {'reference': '#p'}, 'onBehalfOf': {'display': 'Vårdcentralen Ek'},
                    'period': {'start': '2026-02', 'end': '2027'}},
                   {'role': [{'text': 'granne'}], 'member': {'display': 'Någon annan'}}]}
                """.formatted(id));
    }

    public static CareTeam careTeam(String id) {
        return parse(CareTeam.class, team(id));
    }

    public static Patient patient(String id, String number) {
        return parse(Patient.class, json("""
                {'resourceType': 'Patient', 'id': '%s', 'identifier': [
                  {'system': 'http://electronichealth.se/identifier/personnummer', 'value': '%s'}]}
                """.formatted(id, number)));
    }

    public static Practitioner practitioner() {
        return parse(Practitioner.class, json("""
                {'resourceType': 'Practitioner', 'id': '9', 'name': [{'given': ['Disa'], 'family': 'Lund'}]}
                """));
    }

    private static <T extends Resource> T parse(Class<T> type, ObjectNode json) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, json.toString());
    }
}
