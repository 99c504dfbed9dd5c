package se.omsorgsbron.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.api.domain.RecordedGround.Kind.CONSENT;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.StaffProtection;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;
import se.omsorgsbron.fhir.mapping.ResourceContent;
import se.omsorgsbron.primarycare.fhir.FhirStandIn;

/** Staff who become protected: what names them is replaced at the recipient, ahead of everything else. */
class ProtectedStaffTest {
    private static final String RECIPIENT = "primary-care";
    private static final Place OFFICER = Place.member(TeamRole.CASE_OFFICER);
    private static final String TABLE = """
            recipient;concept;part;ground;decision;days
            primary-care;contacts;all;consent;;
            primary-care;team;all;consent;;
            primary-care;plans;all;consent;;
            primary-care;notes;all;consent;;
            """;

    private final MatrixPerson one = person(1);
    private final MatrixPerson two = person(2);
    private FhirStandIn fhir;
    private TestRecipients recipients;
    private TestDeliveries deliveries;

    private static MatrixPerson person(int index) {
        // Three grounds: then the author of the plan is in the ledger too.
        var consents =
                Stream.of(-9, -8, -7).map(day -> Grounds.ground(CONSENT, day)).toList();
        return new MatrixPerson(index, ProtectedIdentity.NONE, new Situation("consent", consents, List.of(), true));
    }

    @BeforeEach
    void deliverEverything() throws Exception {
        fhir = new FhirStandIn();
        recipients = new TestRecipients();
        DisclosurePolicy policy = new DisclosurePolicy(
                DisclosureTableFile.parse("test", TABLE.getBytes(StandardCharsets.UTF_8))
                        .table(),
                RECIPIENT,
                OperatedBy.REGION);
        deliveries = new TestDeliveries(
                List.of(TestDeliveries.channel(recipients.recipient(RECIPIENT, fhir), policy)), recipients.template);
        List<Fact> facts = new ArrayList<>(one.facts());
        facts.addAll(two.facts());
        deliveries.store(facts);
        deliveries.workOff(RECIPIENT, 2);
    }

    @AfterEach
    void stop() {
        deliveries.close();
        recipients.close();
        fhir.close();
    }

    @Test
    void whoeverBecomesProtectedIsNamedNowhereAnyMore() {
        List<Place> theirs = List.of(Place.CONTACT, Place.TELEPHONE, Place.EMAIL, Place.AUTHOR, Place.AUTHOR_TELEPHONE);
        assertThat(theirs).allMatch(place -> isThere(place, 1));

        deliveries.store(List.of(protection("contact1"), protection("author1")));
        deliveries.workOff(RECIPIENT);

        assertThat(theirs).noneMatch(place -> isThere(place, 1)).allMatch(place -> isThere(place, 2));
        assertThat(fhir.store.keys().stream()
                        .flatMap(key -> fhir.store.get(key).stream())
                        .filter(Practitioner.class::isInstance)
                        .map(Practitioner.class::cast)
                        .filter(practitioner ->
                                !practitioner.getMeta().getSecurity().isEmpty()))
                .hasSize(2)
                .allMatch(practitioner ->
                        practitioner.getNameFirstRep().getFamily().equals("Skyddad uppgift"))
                .allMatch(practitioner ->
                        practitioner.getMeta().getSecurityFirstRep().getCode().equals("sekretessmarkering"));
        assertThat(deliveries.held()).anyMatch(held -> held.contains("HISTORY_KEPT"));
    }

    @Test
    void aPaperThatHasNothingButTheNameIsFoundByIt() {
        assertThat(isThere(OFFICER, 1)).isTrue();

        deliveries.store(List.of(staff("officer1", OFFICER), protection("officer1")));
        deliveries.workOff(RECIPIENT);

        assertThat(isThere(OFFICER, 1)).isFalse();
        assertThat(isThere(Place.MEMBER_TELEPHONE, 1)).isFalse();
        assertThat(isThere(OFFICER, 2)).isTrue();
    }

    @Test
    void thatIsDoneBeforeAnythingElseAndOnlyOnce() {
        deliveries.store(List.of(two.about("further", two.contents().note(NoteKind.RISK, Place.DRAFT, true, Law.SOL))));
        deliveries.store(List.of(protection("contact1")));

        assertThat(deliveries.urgent(RECIPIENT).stream().map(WorkKey::subject))
                .containsExactlyInAnyOrder(subject("personnel", "contact1"), subject("clients", "1"));

        deliveries.workOff(RECIPIENT);
        deliveries.store(List.of(staff("contact1", Place.CONTACT)));
        deliveries.store(List.of(one.about("later", one.contents().note(NoteKind.RISK, Place.DRAFT, true, Law.SOL))));

        assertThat(deliveries.urgent(RECIPIENT).stream().map(WorkKey::subject))
                .as("what they are called concerns the same people; a note does not")
                .containsExactlyInAnyOrder(subject("personnel", "contact1"), subject("clients", "1"));
        deliveries.workOff(RECIPIENT);
        assertThat(deliveries.urgent(RECIPIENT)).isEmpty();
    }

    private boolean isThere(Place place, int person) {
        return fhir.store.keys().stream()
                .flatMap(key -> fhir.store.get(key).stream())
                .map((Resource resource) -> ResourceContent.canonical(resource))
                .anyMatch(json -> json.contains(place.canary(person)));
    }

    private static UUID subject(String resource, String id) {
        return TestFacts.subject(resource, id);
    }

    private static SubjectKey key(String id) {
        return new SubjectKey(SubjectKind.STAFF, "lifecare/personnel-id", id);
    }

    private static Fact staff(String id, Place name) {
        StaffMember staff = new StaffMember(
                new PersonName("Annan", name.canary(1)), Optional.empty(), "Handläggare", List.of(), true);
        return new Fact(TestFacts.source("personnel", id), key(id), staff, Set.of(), Set.of(), Optional.empty());
    }

    private static Fact protection(String id) {
        StaffProtection says = new StaffProtection(ProtectedIdentity.CONFIDENTIALITY_MARKED);
        return new Fact(TestFacts.source("protected", id), key(id), says, Set.of(), Set.of(), Optional.empty());
    }
}
