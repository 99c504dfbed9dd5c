package se.omsorgsbron.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;
import se.omsorgsbron.fhir.mapping.FhirIds;

/** Explaining a person, whose record the ledger has. */
class ExplainPersonTest {
    private static final String OTHER = "189602029812";

    @TempDir
    private Path folder;

    private Commands commands;
    private TestLedger ledger;

    @BeforeEach
    void twoPeopleWithAPlanEach() throws IOException {
        commands = new Commands(folder);
        ledger = commands.ledger;
        LocalDate day = LocalDate.of(2026, 3, 1);
        ledger.store(TestFacts.changes(
                TestFacts.person("1", TestFacts.NUMBER),
                TestFacts.plan("7", TestFacts.NUMBER, day),
                TestFacts.person("2", OTHER, "Lund"),
                TestFacts.plan("8", OTHER, day)));
    }

    @Test
    void everyFactIsToldWithWhereItComesFromAndWhoHasItAndTheReadingIsAudited() throws IOException {
        String key = "CarePlan/" + FhirIds.carePlan(TestFacts.PERSON, TestFacts.source("service_plans", "7"));
        ledger.jdbc.update("""
                insert into delivery (municipality, recipient, item_key, subject_id, concept, mode, rung, accepted_hash, accepted_at,
                    mapping_version)
                values ('0127', 'primary-care', ?, ?, 'PLANS', 'KEEP', 'ACCEPTED', 'x', now(), '1')
                """, key, TestFacts.PERSON);

        assertThat(commands.run("explain", "--person", "client:1", "--json")).isZero();

        JsonNode told = new JsonMapper().readTree(commands.out()).path(0);
        assertThat(told.path("facts")).hasSize(2);
        assertThat(told.at("/facts/1/source").asText()).isEqualTo("lifecare/service_plans/7");
        assertThat(told.at("/facts/1/given/0").asText()).startsWith("primary-care, " + key + ": accepted 20");
        assertThat(told.at("/recipients/0/recipient").asText()).isEqualTo("primary-care");
        assertThat(told.at("/recipients/0/parts").toString())
                .contains("it is not recorded that the person was informed");
        assertThat(commands.out()).contains(TestFacts.NUMBER).doesNotContain(OTHER, "Lund");
        assertThat(ledger.jdbc.queryForObject("select event from audit_event", String.class))
                .contains("explain", Operator.user())
                .doesNotContain(TestFacts.NUMBER);
    }

    @Test
    void whatIsHeldIsToldAndOfWhomNothingIs() {
        ledger.jdbc.update("""
                insert into held_item (municipality, source, subject_id, reason, owner, problems, original, original_hash)
                values ('0127', 'primary-care/CareTeam/x', ?, 'invalid-resource', 'operations', '[]', '{}', 'x')
                """, TestFacts.PERSON);

        assertThat(commands.run("explain", "--person", "client:1")).isZero();
        assertThat(commands.out()).contains("primary-care/CareTeam/x: invalid-resource (held show 1)");

        assertThat(commands.run("explain", "--person", "client:2")).isZero();
        assertThat(commands.out())
                .contains(
                        "What is known: 2 facts",
                        "from lifecare/clients/2",
                        "Nothing is held.",
                        "plans (all) does not leave");
    }

    @Test
    void disclosureExplainKnowsTheJournalsOfTheCaseSystemsToo() throws IOException {
        String text = Files.readString(commands.config)
                .replace("key: made-up}", "key: made-up, journal: {headlines: {risk: 1}, unit: 5, personnel-id: 1}}");
        Files.writeString(commands.config, text);

        assertThat(commands.run("disclosure", "explain", "--person", "client:1", "--recipient", "case-system"))
                .isZero();
        assertThat(commands.out()).contains("case-system in 0127", "notes (all) leaves");

        assertThat(commands.run("disclosure", "explain", "--person", "client:1", "--recipient", "care-management"))
                .isEqualTo(1);
        assertThat(commands.err()).contains("it has case-system, primary-care.");
    }

    @Test
    void nobodyKnownUnderThatNameIsSaid() {
        assertThat(commands.run("explain", "--person", "client:99")).isEqualTo(1);
        assertThat(commands.err()).contains("Nobody is known under that name");
    }
}
