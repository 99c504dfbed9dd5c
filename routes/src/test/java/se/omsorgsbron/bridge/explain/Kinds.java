package se.omsorgsbron.bridge.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.caremanagement.CareManagement;
import se.omsorgsbron.caremanagement.CareManagementConfiguration;
import se.omsorgsbron.caremanagement.mapper.ErrandState;
import se.omsorgsbron.caremanagement.mapper.MappingContext;
import se.omsorgsbron.caremanagement.mapper.Role;
import se.omsorgsbron.lifecare.Lifecare;
import se.omsorgsbron.lifecare.LifecareConfiguration;
import se.omsorgsbron.lifecare.LifecareConfiguration.Headlines;
import se.omsorgsbron.lifecare.mapper.PlanPart;
import se.omsorgsbron.lifecare.supplements.SupplementRows;

/** Every kind of record of every adapter, with a municipality's tables, and a whole record of each. */
final class Kinds {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    static final URI NOWHERE = URI.create("http://localhost:1/none");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private static final String PERSON =
            "PersonId: '189002029800', FirstName: 'Ada', LastName: 'Berg', FullName: 'Ada Berg',"
                    + " Phones: [{PhoneNumber: '08-1', Protected: false, Type: 'Home'}],"
                    + " Emails: [{EmailAddress: 'a@b.se', Protected: false, Type: 'Work'}],"
                    + " Addresses: [{StreetAddress: 'A 1', ZipCode: '1', City: 'B', CareOf: 'C', Country: 'D', Protected: false,"
                    + " EntryCode: '1234', Type: 'Home'}], ";
    private static final String NOTE =
            "Id: 9, HeadlineId: 100501, ParentId: 1, Status: 'Current', ContentType: 'Text', Text: 'T',"
                    + " PlainText: 'P', CreatedSignature: 'S1', CreatedTime: '2026-03-01T08:00:00', CreatedName: 'Eva Ek',"
                    + " CreatedRoleId: 3, SignedSignature: 'S2', SignedTime: '2026-03-02T08:00:00', ExecutionId: 7,"
                    + " OccurrenceTime: '2026-02-28T08:00:00', EndTime: '2026-03-01T09:00:00', ErrorMarked: false,"
                    + " UpdatedSignature: 'S3', OriginId: 4, NextHistoryId: 5, PreviousHistoryId: 6";
    private static final String ERRAND =
            "id: 'x1', errandId: 'e1', created: '2026-03-01T08:00:00Z', modified: '2026-03-02T08:00:00Z',"
                    + " modifiedBy: 'u2', createdBy: 'u1', status: 'LOCKED', locked: '2026-03-03T08:00:00Z', lockedBy: 'u1', ";
    private static final String STAKEHOLDER =
            "{id: 's1', externalId: 'p1', externalIdType: 'PRIVATE', firstName: 'A', lastName: 'B',"
                    + " organizationName: 'C', address: 'D', careOf: 'E', zipCode: '1', city: 'F', country: 'G',"
                    + " contactChannels: [{key: 'Phone', value: '1'}, {key: 'Fax', value: '2'}], role: '";

    /** A whole record of each kind; of some kinds several. */
    static final List<Sample> SAMPLES = List.of(
            sample(
                    "lifecare:clients",
                    "{Id: 1, " + PERSON
                            + "KeyCode: '0127', ProtectedRegistration: false, IsConfidential: false, Active: true,"
                            + " Deleted: false, MaritalStatus: 'X', UpdateTime: '2026-03-01T08:00:00',"
                            + " Deregistration: {Date: '2026-03-01T00:00:00', Reason: 'Emigrated'}}"),
            sample("lifecare:relatives", "{Id: 2, " + PERSON + "Relation: 'Granne', Note: 'N', Deleted: false}"),
            sample("lifecare:contacts", "{Id: 3, " + PERSON + "Relation: 'God man', Note: 'N', Deleted: false}"),
            sample(
                    "lifecare:personnel",
                    "{Id: 4, PersonId: '188512121024', FirstName: 'Eva', LastName: 'Ek', Signature: 'S1', Title: 'U',"
                            + " HsaId: 'SE165565594230-1001', PhoneNumber: '1', EmailAddress: 'e@k', Disabled: false,"
                            + " CanHaveDelegation: true}"),
            sample(
                    "lifecare:provider_units",
                    "{Id: 5, Name: 'N', CompanyName: 'C', CompanyId: 1, Active: true, Deleted: false,"
                            + " IsShelteredHousing: false}"),
            sample(
                    "lifecare:provider_contact_personnels",
                    "{Id: 6, ClientPersonId: '189002029800', PersonnelPersonId: '188512121024', ProviderUnitId: 5,"
                            + " Deleted: false}"),
            sample(
                    "lifecare:sol_decisions",
                    "{Id: 7, PersonId: '189002029800', Date: '2026-03-01T00:00:00', FromDate: '2026-03-02T00:00:00',"
                            + " ToDate: '2027-03-02T00:00:00', ExecutionStartDate: '2026-03-03T00:00:00',"
                            + " ServiceCategory: {Code: 1, Text: 'Hemtjänst'}, Type: {Code: 2, Text: 'T'}, Code: {Code: 3, Text: 'U'},"
                            + " Caseworker: {Id: 1, FirstName: 'H', LastName: 'L', FullName: 'H L', OrganizationUnit: {Id: 2}},"
                            + " InvestigationId: 4, OrderIds: [1, 2], Hour: 2.5, Deleted: false}"),
            sample(
                    "lifecare:executions",
                    "{Id: 8, PersonId: '189002029800', Law: 'SoL', StartDate: '2026-03-01T00:00:00', EndDate: '2027-03-01T00:00:00',"
                            + " ServiceCategory: {Code: 1, Text: 'Hemtjänst'}, ServiceCategoryName: 'H', ServiceCategoryId: 1,"
                            + " ProviderUnit: {Id: 5, Name: 'N'}, OrganizationUnit: {Id: 6}, Professional: {Id: 7, Name: 'P'},"
                            + " UpdateTime: '2026-03-01T08:00:00', EndReasonText: 'E', InvestigationId: 4, Deleted: false}"),
            sample(
                    "lifecare:reported_visits",
                    "{Id: 9, ClientPersonId: '189002029800', PersonnelPersonId: '188512121024', Status: 'Completed',"
                            + " StartTime: '2026-03-01T08:00:00', EndTime: '2026-03-01T08:30:00', Law: 'SoL', ExternalId: 'e',"
                            + " PersonnelUserId: 'u', ExecutionId: 7, IsDoubleManning: false, StartQuittanceType: 'Tag',"
                            + " EndQuittanceType: 'Tag', ReportingSystem: 'R', LastUpdatedTime: '2026-03-01T09:00:00',"
                            + " Services: [{ServiceType: {Code: 1}}], Approved: true, Deleted: false}"),
            sample(
                    "lifecare:service_plans",
                    "{Id: 10, PersonId: '189002029800', ProviderUnitId: 5, EstablishedDate: '2026-03-01T00:00:00',"
                            + " EndDate: '2027-03-01T00:00:00', ClientParticipation: true, ClientParticipationComment: 'C',"
                            + " FollowUpDate: '2026-09-01T00:00:00', FollowUpComment: 'F', ImportantInformation: 'I', OtherServices: 'O',"
                            + " CreatedBy: {FirstName: 'Eva', LastName: 'Ek', Signature: 'S1'},"
                            + " Services: [{ServiceType: {Code: 1, Text: 'Dusch'}, StartDate: '2026-03-01T00:00:00',"
                            + " EndDate: '2027-03-01T00:00:00'}],"
                            + " OtherInformation: [{Headline: {Id: 100601, Text: 'Hur', Type: 'T'}, Text: 'Varsamt',"
                            + " StartDate: '2026-03-01T00:00:00'}, {Headline: {Id: 1, Text: 'Annat'}, Text: 'A'}],"
                            + " Participants: [{FirstName: 'P', Addresses: [{EntryCode: '1'}]}]}"),
            sample("lifecare:documentations", "{" + NOTE + "}"),
            sample(
                    "lifecare:client_critical_informations",
                    "{PersonId: '189002029800', Infections: [{" + NOTE + "}], Observations: [], Warnings: [{"
                            + NOTE.replace("Id: 9", "Id: 19") + "}]}"),
            sample(
                    "caremanagement:errands",
                    "{id: 'x1', municipalityId: '2281', namespace: 'N', errandNumber: '1', typeSlug: 'home-care', title: 'H',"
                            + " status: 'ONGOING', description: 'D', priority: 'HIGH', reporterUserId: 'u', assignedUserId: 'v',"
                            + " applicantName: 'A', created: '2026-03-01T08:00:00Z', modified: '2026-03-02T08:00:00Z',"
                            + " touched: '2026-03-02T08:00:00Z'}"),
            sample("caremanagement:stakeholders", STAKEHOLDER + "APPLICANT'}"),
            sample("caremanagement:stakeholders", STAKEHOLDER + "CONTACT_1'}"),
            sample("caremanagement:stakeholders", STAKEHOLDER + "RELATIVE'}"),
            sample(
                    "caremanagement:journal-entries",
                    "{" + ERRAND
                            + "type: 'Anteckning', heading: 'H', text: 'T', entryDateTime: '2026-02-28T08:00:00Z'}"),
            sample(
                    "caremanagement:notes",
                    "{id: 'n1', errandId: 'e1', body: 'B', author: 'u1', created: '2026-03-01T08:00:00Z', modifiedBy: 'u2',"
                            + " modified: '2026-03-02T08:00:00Z'}"),
            sample(
                    "caremanagement:documents",
                    "{" + ERRAND + "type: 'Genomförandeplan', heading: 'H', documentDateTime: '2026-02-28T08:00:00Z',"
                            + " text: 'Delaktighet: ja\\nNästa uppföljning: 2026-09-11'}"),
            sample(
                    "night-patrol:notes",
                    "{id: 'n1', person: '189002029800', kind: 'risk', occurred: '2026-11-24T02:15:00+01:00',"
                            + " author: {name: 'Nils Natt', title: 'U', hsaId: 'SE165565594230-1001'}, text: 'T',"
                            + " followUpWanted: true, corrects: 'n0'}"),
            sample(
                    "night-patrol:visits",
                    "{id: 'v1', person: '189002029800', staff: {name: 'Nils Natt', hsaId: 'SE165565594230-1001'},"
                            + " start: '2026-11-24T02:15:00+01:00', end: '2026-11-24T02:30:00+01:00', done: true, help: ['d5']}"),
            sample("night-patrol:withdrawals", "{id: 'w1', withdraws: 'n1'}"),
            sample(
                    "supplements:rows",
                    "{municipality: '0127', subject: 'client:110001', kind: 'offered', date: '2026-03-01', until: '2026-03-31',"
                            + " value: 'V', note: 'N'}"),
            sample(
                    "supplements:rows",
                    "{municipality: '0127', subject: 'contact:1', kind: 'rank', date: '2026-03-01', value: 'first', note: 'N'}"),
            sample(
                    "fhir:resource",
                    "{resourceType: 'Consent', id: 'c1', status: 'active', dateTime: '2026-03-01', language: 'sv',"
                            + " patient: {reference: 'Patient/1'}, performer: [{display: 'Eva Ek'}],"
                            + " provision: {type: 'permit', period: {start: '2026-03-01', end: '2027-03-01'},"
                            + " class: [{system: 'https://fhir.omsorgsbron.se/CodeSystem/disclosed-concept', code: 'plans'}],"
                            + " actor: [{role: {text: 'R'}, reference: {identifier: {"
                            + "system: 'https://fhir.omsorgsbron.se/sid/recipient', value: 'primary-care'}}}]}}"),
            sample("fhir:resource", "{resourceType: 'Observation', id: 'o1', status: 'final', code: {text: 'T'}}"));

    private Kinds() {}

    /** A whole record of a kind. */
    record Sample(String code, ObjectNode record) {
        RecordKind kind() {
            return all().stream()
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static List<RecordKind> all() {
        return Stream.of(
                        Lifecare.kinds(lifecare()).stream(),
                        CareManagement.kinds(careManagement()).stream(),
                        PatrolKinds.of("night-patrol", NOW).stream(),
                        Stream.of(SupplementRows.KIND, FhirKind.of(STOCKHOLM, List.of("primary-care"))))
                .flatMap(kinds -> kinds)
                .toList();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError("the test's own JSON: " + text, mistake);
        }
    }

    private static Sample sample(String code, String record) {
        return new Sample(code, json(record));
    }

    private static LifecareConfiguration lifecare() {
        return LifecareConfiguration.of(
                "0127",
                NOWHERE,
                "0127",
                "made-up",
                new Headlines(
                        Map.of("100501", NoteKind.DAILY),
                        Set.of("100590"),
                        Map.of("100601", PlanPart.HOW, "100604", PlanPart.GOAL)),
                Map.of("God man", TeamRole.LEGAL_GUARDIAN, "Granne", TeamRole.FRIEND));
    }

    private static CareManagementConfiguration careManagement() {
        return new CareManagementConfiguration(
                "2281",
                NOWHERE,
                "N",
                "omsorgsbron01",
                Optional.empty(),
                NOWHERE,
                Duration.ofSeconds(1),
                100,
                STOCKHOLM,
                true,
                new MappingContext.Errands(
                        Set.of("home-care"),
                        Map.of(
                                "ONGOING",
                                ErrandState.CARRIED_OUT,
                                "NEW",
                                ErrandState.OPEN,
                                "DONE",
                                ErrandState.CLOSED)),
                Map.of(
                        "APPLICANT", new Role.Subject(),
                        "CONTACT_1", new Role.Contact(Rank.FIRST),
                        "RELATIVE", new Role.Member(TeamRole.RELATIVE)),
                new MappingContext.Texts(
                        Map.of("Anteckning", NoteKind.DAILY),
                        Set.of("Samtal"),
                        Optional.of(NoteKind.FOLLOW_UP),
                        Map.of("Genomförandeplan", PlanType.IMPLEMENTATION_PLAN),
                        Set.of("Brev"),
                        Map.of(
                                "Delaktighet",
                                se.omsorgsbron.caremanagement.mapper.PlanPart.PARTICIPATION,
                                "Nästa uppföljning",
                                se.omsorgsbron.caremanagement.mapper.PlanPart.FOLLOW_UP)),
                CareManagementConfiguration.Journal.under("Anteckning", false, Optional.empty()));
    }
}
