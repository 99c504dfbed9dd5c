package se.omsorgsbron.bridge.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.domain.ContactRank;
import se.omsorgsbron.api.domain.ContactStep;
import se.omsorgsbron.api.domain.Decision;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.RecordedGround.Kind;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.api.record.UnitRecord;
import se.omsorgsbron.bridge.entrance.fhir.mapper.ConsentMapper;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;
import se.omsorgsbron.fhir.mapping.CarePlanMapper;
import se.omsorgsbron.fhir.mapping.CareTeamMapper;
import se.omsorgsbron.fhir.mapping.CommunicationMapper;
import se.omsorgsbron.fhir.mapping.FhirIds;
import se.omsorgsbron.fhir.mapping.MappingContext;
import se.omsorgsbron.fhir.mapping.OrganizationMapper;
import se.omsorgsbron.fhir.mapping.PatientMapper;
import se.omsorgsbron.fhir.mapping.PractitionerMapper;
import se.omsorgsbron.fhir.mapping.PractitionerRoleMapper;
import se.omsorgsbron.fhir.mapping.RelatedPersonMapper;

/** What a record is in FHIR R4 as a whole, before anything is taken out for a recipient. Pure. */
final class FhirPreview {
    private static final MappingContext DEFAULTS = MappingContext.defaults();

    private FhirPreview() {}

    /**
     * The resources.
     *
     * @param made whether the subject's own record is a stand-in, which is not shown
     */
    static List<Resource> of(SubjectFacts facts, SubjectRecord record, boolean made) {
        if (record instanceof PersonRecord person) {
            return ofPerson(facts, person, made);
        }
        List<Resource> resources = new ArrayList<>();
        if (record instanceof StaffRecord staff) {
            resources.add(PractitionerMapper.toPractitioner(staff));
            staff.units().forEach(unit -> resources.add(PractitionerRoleMapper.toPractitionerRole(staff, unit)));
        } else if (record instanceof UnitRecord unit) {
            resources.add(OrganizationMapper.toOrganization(unit));
        }
        return resources;
    }

    private static List<Resource> ofPerson(SubjectFacts facts, PersonRecord person, boolean made) {
        List<Resource> resources = new ArrayList<>();
        if (!made) {
            resources.add(PatientMapper.toPatient(person));
        }
        if (person.hasTeam() && tellsOfTeam(facts)) {
            resources.add(CareTeamMapper.toCareTeam(person));
        }
        person.team().stream()
                .filter(RelatedPersonMapper::concerns)
                .forEach(member -> resources.add(RelatedPersonMapper.toRelatedPerson(person, member, DEFAULTS)));
        person.plans().forEach(plan -> resources.add(CarePlanMapper.toCarePlan(person, plan, DEFAULTS)));
        person.notes().forEach(note -> resources.add(CommunicationMapper.toCommunication(person, note, DEFAULTS)));
        facts.of(RecordedGround.class)
                .filter(KeptFact::present)
                .flatMap(fact -> consent(facts, fact).stream())
                .forEach(resources::add);
        return resources;
    }

    private static boolean tellsOfTeam(SubjectFacts facts) {
        return facts.facts().stream()
                .map(KeptFact::content)
                .anyMatch(content -> content instanceof PermanentContact
                        || content instanceof ContactRank
                        || content instanceof ContactStep
                        || content instanceof TeamMember
                        || content instanceof Decision
                        || content instanceof Execution);
    }

    /** A harm test and the information of svod are no consents: they stand in the ledger. */
    private static Optional<Resource> consent(SubjectFacts facts, KeptFact fact) {
        RecordedGround ground = (RecordedGround) fact.content();
        boolean isConsent =
                ground.kind() == Kind.CONSENT || ground.kind() == Kind.CONSENT_WITHDRAWN || ground.kind() == Kind.BLOCK;
        return isConsent
                ? Optional.of(ConsentMapper.toConsent(
                        FhirIds.communication(facts.id(), fact.source()), FhirIds.patient(facts.id()), ground))
                : Optional.empty();
    }
}
