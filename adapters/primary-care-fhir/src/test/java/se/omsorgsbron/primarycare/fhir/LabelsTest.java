package se.omsorgsbron.primarycare.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.fhir.validation.ProfileValidator;
import se.omsorgsbron.primarycare.fhir.client.FhirClients;

/** Labels reach a recipient that carries them; one that does not gets nothing that has one. */
class LabelsTest {
    private static final String NOT_FOR_PATIENT =
            "{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"NOPATIENT\"}";

    private static ProfileValidator validator;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Records records = new Records();

    @BeforeAll
    static void validator() {
        validator = new ProfileValidator(FhirContext.forR4Cached(), 1);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private PrimaryCareRecipient recipient(boolean labels) {
        PrimaryCareConfiguration configuration = new PrimaryCareConfiguration(
                "primary-care",
                "0127",
                URI.create("http://127.0.0.1"),
                true,
                labels,
                Duration.ofSeconds(1),
                Map.of(),
                Optional.empty());
        return new PrimaryCareRecipient(
                configuration, FhirClients.create(configuration), camel.createProducerTemplate(), validator);
    }

    private void notForPatient() {
        NoteEntry note = Records.note("1", NoteKind.DAILY, true, false);
        PlanEntry plan = Records.plan("1", PlanEntry.State.IN_FORCE, "");
        records.notes = List.of(new NoteEntry(note.source(), note.note(), note.author(), false, true));
        records.plans = List.of(new PlanEntry(
                plan.source(), plan.plan(), plan.author(), plan.unit(), plan.state(), plan.replaces(), true));
    }

    private static Map<String, Item> byType(List<Item> items) {
        return items.stream().collect(Collectors.toMap(item -> item.key().split("/")[0], item -> item));
    }

    @Test
    void whatThePersonMayNotSeeIsLabelledAndValid() {
        notForPatient();
        PrimaryCareRecipient recipient = recipient(true);
        Map<String, Item> items = byType(recipient.project(records.person(), Set.of()));

        assertThat(items.get("Communication").content()).contains(NOT_FOR_PATIENT);
        assertThat(items.get("CarePlan").content()).contains(NOT_FOR_PATIENT);
        assertThat(items.get("CareTeam").content()).doesNotContain("NOPATIENT");
        assertThat(items.values()).allMatch(item -> recipient.check(item).isEmpty());
    }

    @Test
    void aRecipientWithoutLabelsIsNotGivenWhatNeedsOne() {
        notForPatient();
        PrimaryCareRecipient recipient = recipient(false);
        Map<String, Item> items = byType(recipient.project(records.person(), Set.of()));

        for (String type : List.of("Communication", "CarePlan")) {
            assertThat(recipient.check(items.get(type)).stream().map(Problem::reason))
                    .containsExactly(Reason.LABEL_NOT_CARRIED);
        }
        assertThat(recipient.check(items.get("CareTeam"))).isEmpty();
    }

    @Test
    void whatItWasGivenBeforeIsWithdrawn() {
        notForPatient();
        PrimaryCareRecipient recipient = recipient(false);
        Set<String> delivered = recipient.project(records.person(), Set.of()).stream()
                .map(Item::key)
                .collect(Collectors.toSet());
        Map<String, Item> items = byType(recipient.project(records.person(), delivered));

        for (String type : List.of("Communication", "CarePlan")) {
            assertThat(items.get(type).mode()).isEqualTo(Item.Mode.END);
            assertThat(items.get(type).content())
                    .contains("entered-in-error")
                    .doesNotContain("Promenad")
                    .doesNotContain("Dusch");
            assertThat(recipient.check(items.get(type))).isEmpty();
        }
    }

    @Test
    void nothingOfAProtectedPersonIsGivenToIt() {
        PrimaryCareRecipient recipient = recipient(false);
        Set<String> delivered = recipient.project(records.person(), Set.of()).stream()
                .map(Item::key)
                .collect(Collectors.toSet());
        records.protection = ProtectedIdentity.CONFIDENTIALITY_MARKED;

        assertThat(recipient.project(records.person(), Set.of()))
                .isNotEmpty()
                .allMatch(item -> recipient.check(item).get(0).reason() == Reason.LABEL_NOT_CARRIED);
        Item team = byType(recipient.project(records.person(), delivered)).get("CareTeam");
        assertThat(team.mode()).isEqualTo(Item.Mode.END);
        assertThat(team.content()).contains("\"inactive\"").doesNotContain("Practitioner");
    }
}
