package se.omsorgsbron.primarycare.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.fhir.validation.ProfileValidator;
import se.omsorgsbron.primarycare.fhir.client.FhirClients;

/** The recipient as the bridge uses it: records in, resources at the server. */
class PrimaryCareRecipientTest {
    private static ProfileValidator validator;

    private final Records records = new Records();
    private FhirStandIn fhir;
    private DefaultCamelContext camel;
    private PrimaryCareRecipient recipient;

    @BeforeAll
    static void validator() {
        validator = new ProfileValidator(FhirContext.forR4Cached(), 1);
    }

    @BeforeEach
    void start() throws Exception {
        fhir = new FhirStandIn();
        PrimaryCareConfiguration configuration = new PrimaryCareConfiguration(
                "primary-care", "0127", fhir.base(), true, Duration.ofSeconds(10), Map.of(), Optional.empty());
        IGenericClient client = FhirClients.create(configuration);
        camel = new DefaultCamelContext();
        camel.addRoutes(new PrimaryCareRoutes(configuration, client));
        camel.start();
        recipient = new PrimaryCareRecipient(configuration, client, camel.createProducerTemplate(), validator);
        records.team = List.of(Records.relative("7"));
        records.plans = List.of(Records.plan("1", State.IN_FORCE, ""));
        records.notes = List.of(
                Records.note("1", NoteKind.DAILY, true, false),
                Records.correction("2", NoteKind.RISK, true, false, "1"));
    }

    @AfterEach
    void stop() {
        camel.stop();
        fhir.close();
    }

    @Test
    void itsOwnWordsDoNotGoBackToItAndAnothersDo() {
        NoteEntry note = Records.note("9", NoteKind.RISK, true, false);
        TeamMember doctor =
                new TeamMember(TeamRole.PERMANENT_PHYSICIAN_CONTACT, new PersonName("Rut", "Alm"), "", List.of());
        for (String system : List.of("primary-care", "another-primary-care")) {
            records.notes = List.of(new NoteEntry(
                    new SourceReference(system, "Communication", "x"), note.note(), Optional.empty(), false));
            records.team = List.of(new Member(new SourceReference(system, "CareTeam", "x.0"), doctor));

            String all = recipient.project(records.person(), Set.of()).stream()
                    .map(Item::content)
                    .collect(Collectors.joining());

            boolean another = !system.equals("primary-care");
            assertThat(all.contains("Promenad efter lunch.")).isEqualTo(another);
            assertThat(all.contains("Alm")).isEqualTo(another);
        }
    }

    @Test
    void unitsStaffAndPersonArriveInThatOrder() throws Exception {
        deliver(Records.unit(true));
        deliver(Records.staff(true));
        Receipt receipt = deliver(records.person());

        assertThat(receipt.outcomes().values()).hasSize(6).allMatch(Outcome.Stored.class::isInstance);
        assertThat(fhir.store.keys()).hasSize(9);
    }

    @Test
    void aGoalInsideAPlanRefersToThePatientThatTheServerHas() throws Exception {
        deliver(Records.unit(true));
        deliver(Records.staff(true));
        deliver(records.person());

        CarePlan plan = (CarePlan) fhir.store
                .get(fhir.store.keys().stream()
                        .filter(key -> key.startsWith("CarePlan/"))
                        .findFirst()
                        .orElseThrow())
                .orElseThrow();
        assertThat(((Goal) plan.getContained().get(0)).getSubject().getReference())
                .isEqualTo("Patient/p1");
    }

    @Test
    void whatArrivedIsRecognisedAsTheSameWhenItIsReadBack() throws Exception {
        deliver(Records.unit(true));
        deliver(Records.staff(true));
        deliver(records.person());
        int before = fhir.transactions().size();

        Receipt receipt = recipient.deliver(parcel(records.person(), true));

        assertThat(receipt.outcomes().values()).hasSize(6).allMatch(Outcome.Stored.class::isInstance);
        assertThat(fhir.transactions()).hasSize(before);
    }

    @Test
    void everythingThatIsProjectedSatisfiesItsProfile() {
        List<Item> full = recipient.project(records.person(), Set.of());
        Set<String> delivered = full.stream().map(Item::key).collect(Collectors.toSet());
        assertValid(full);
        assertValid(recipient.project(Records.staff(true), Set.of()));
        assertValid(recipient.project(Records.unit(true), Set.of()));

        records.team = List.of();
        assertValid(recipient.project(records.person(), delivered));

        records.team = List.of(Records.relative("7"));
        records.protection = ProtectedIdentity.PROTECTED_REGISTRATION;
        assertValid(recipient.project(records.person(), delivered));

        records.protection = ProtectedIdentity.NONE;
        records.served = false;
        records.vacancies = List.of();
        records.plans = List.of(Records.plan("1", State.ENDED, ""));
        records.notes = List.of(Records.note("1", NoteKind.DAILY, true, true));
        assertValid(recipient.project(records.person(), delivered));
    }

    @Test
    void aProblemNamesThePathAndTheRuleAndNoValue() {
        Item item = new Item("CareTeam/x", Concept.CONTACTS, Item.Mode.KEEP, """
                {"resourceType":"CareTeam","meta":{"profile":["https://fhir.omsorgsbron.se/StructureDefinition/permanent-contact-team"]},
                 "status":"never-heard-of-it","name":"Påhittsson"}""", "", Set.of());

        List<Problem> problems = recipient.check(item);

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.INVALID_RESOURCE);
            assertThat(problem.field()).startsWith("CareTeam");
            assertThat(problem.toString()).doesNotContain("Påhittsson", "never-heard-of-it");
        });
    }

    private void assertValid(List<Item> items) {
        assertThat(items)
                .isNotEmpty()
                .allSatisfy(item ->
                        assertThat(recipient.check(item)).as(item.toString()).isEmpty());
    }

    private Receipt deliver(SubjectRecord record) throws Exception {
        Receipt receipt = recipient.deliver(parcel(record, false));
        assertThat(receipt.outcomes().values()).allMatch(Outcome.Stored.class::isInstance);
        return receipt;
    }

    private Parcel parcel(SubjectRecord record, boolean uncertain) {
        List<Parcel.Write> writes = recipient.project(record, Set.of()).stream()
                .map(item -> new Parcel.Write(item, Optional.empty(), uncertain))
                .toList();
        return new Parcel(record.id(), writes, Map.of());
    }
}
