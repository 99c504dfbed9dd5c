package se.omsorgsbron.primarycare.fhir.delivery;

import ca.uhn.fhir.context.FhirContext;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.fhir.mapping.ResourceContent;

/** Items of one person, as small as a server takes them. The number belongs to nobody: born 1890. */
final class Things {
    static final String PERSON = "3f0d3a52-55a5-5c5f-9d0e-0f4a2f1c7b01";
    static final String PATIENT = "Patient/" + PERSON;
    static final String TEAM = "CareTeam/5b7c7c3e-0f55-5b39-8d63-0a6f5a3f2c02";
    static final String RELATIVE = "RelatedPerson/0c2f3f5a-7b0e-5a0f-8a56-6a1f5b6c7d03";
    static final String PLAN = "CarePlan/7d2b1c4e-6a5f-5e4d-9c3b-2a1f0e9d8c04";
    static final String SYSTEM = "http://electronichealth.se/identifier/personnummer";
    static final String NUMBER = "189001019802";

    private Things() {}

    static Item patient() {
        Patient patient = named(new Patient(), PATIENT);
        patient.addIdentifier().setSystem(SYSTEM).setValue(NUMBER);
        patient.addName().setFamily("Fiktivsson");
        return item(patient, PATIENT, Concept.PERSON, Item.Mode.ENSURE, Set.of());
    }

    /** The same person, protected since. */
    static Item patientHidden() {
        Patient patient = named(new Patient(), PATIENT);
        patient.addIdentifier().setSystem(SYSTEM).setValue(NUMBER);
        patient.addName().setFamily("Skyddad uppgift");
        return item(patient, PATIENT, Concept.PERSON, Item.Mode.REPLACE, Set.of());
    }

    /** A Patient of primary care's own with the same number. */
    static Patient theirs(String id) {
        Patient patient = new Patient();
        patient.setId(id);
        patient.addIdentifier().setSystem(SYSTEM).setValue(NUMBER);
        return patient;
    }

    static Item team(String name) {
        return item(teamResource(name), TEAM, Concept.CONTACTS, Item.Mode.KEEP, Set.of(PATIENT));
    }

    static Item teamWithRelative(String name) {
        CareTeam team = teamResource(name);
        team.addParticipant().setMember(new Reference(RELATIVE));
        return item(team, TEAM, Concept.CONTACTS, Item.Mode.KEEP, Set.of(PATIENT, RELATIVE));
    }

    static Item relative(String name) {
        RelatedPerson relative = named(new RelatedPerson(), RELATIVE);
        relative.setPatient(new Reference(PATIENT));
        relative.addName().setText(name);
        return item(relative, RELATIVE, Concept.CONTACTS, Item.Mode.KEEP, Set.of(PATIENT));
    }

    static Item plan(String title) {
        CarePlan plan = named(new CarePlan(), PLAN);
        plan.setTitle(title).setSubject(new Reference(PATIENT));
        return item(plan, PLAN, Concept.PLANS, Item.Mode.KEEP, Set.of(PATIENT));
    }

    static Item note(int number, Concept concept, String text) {
        Communication note = named(new Communication(), noteKey(number));
        note.setSubject(new Reference(PATIENT));
        note.addPayload().setContent(new StringType(text));
        return item(note, noteKey(number), concept, Item.Mode.KEEP, Set.of(PATIENT));
    }

    static String noteKey(int number) {
        return "Communication/9e3c2d5f-7b60-5f5e-8d4c-3b201fae%04d".formatted(number);
    }

    static Parcel.Write first(Item item) {
        return new Parcel.Write(item, Optional.empty(), false);
    }

    static Parcel.Write again(Item item, String version) {
        return new Parcel.Write(item, Optional.of(version), false);
    }

    static Parcel.Write uncertain(Item item) {
        return new Parcel.Write(item, Optional.empty(), true);
    }

    private static CareTeam teamResource(String name) {
        CareTeam team = named(new CareTeam(), TEAM);
        team.setName(name).setSubject(new Reference(PATIENT));
        return team;
    }

    private static <R extends Resource> R named(R resource, String key) {
        resource.setId(key.substring(key.indexOf('/') + 1));
        return resource;
    }

    private static Item item(Resource resource, String key, Concept concept, Item.Mode mode, Set<String> needs) {
        return new Item(key, concept, mode, json(resource), ResourceContent.hash(resource), needs);
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
