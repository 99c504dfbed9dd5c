package se.omsorgsbron.caremanagement.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static se.omsorgsbron.caremanagement.Samples.CONTEXT;
import static se.omsorgsbron.caremanagement.Samples.WHOSE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.caremanagement.Contract;
import se.omsorgsbron.caremanagement.Records;
import se.omsorgsbron.caremanagement.explain.CareManagementKinds;
import se.omsorgsbron.caremanagement.wire.Limits;
import se.omsorgsbron.caremanagement.wire.Resource;

/** The mappers, and what is posted, against the published contract. */
class ContractTest {
    private static Optional<Contract> found = Optional.empty();

    private Contract contract() {
        assumeTrue(found.isPresent(), "the contract does not stand beside the checkout");
        return found.orElseThrow();
    }

    @BeforeAll
    static void find() {
        found = Contract.find();
    }

    @Test
    void everyFieldThatAMapperReadsIsInTheContractAndAWholeRecordIsRead() {
        Contract contract = contract();
        ObjectNode errand = contract.record("Errand").put("status", "ONGOING");
        ObjectNode entry = contract.record("JournalEntry").put("type", "Risk").put("status", "LOCKED");
        ObjectNode document =
                contract.record("Document").put("type", "Handlingsplan").put("status", "LOCKED");
        document.put("text", "Delaktighet: ja\nNästa uppföljning: 2026-09-11");

        assertThat(ErrandMapper.toExecution(errand, WHOSE, CONTEXT)).isInstanceOf(Mapped.Value.class);
        for (String role : List.of("APPLICANT", "CONTACT_1", "RELATIVE")) {
            ObjectNode stakeholder = contract.record("Stakeholder").put("role", role);
            assertThat(StakeholderMapper.toFacts(stakeholder, WHOSE, CONTEXT)).isInstanceOf(Mapped.Value.class);
        }
        Whose.of(List.of(contract.record("Stakeholder").put("role", "APPLICANT")), CONTEXT);
        assertThat(JournalEntryMapper.toJournalNote(entry, WHOSE, CONTEXT)).isInstanceOf(Mapped.Value.class);
        assertThat(NoteMapper.toJournalNote(contract.record("Note"), WHOSE, CONTEXT))
                .isInstanceOf(Mapped.Value.class);
        assertThat(DocumentMapper.toPlan(document, WHOSE, CONTEXT)).isInstanceOf(Mapped.Value.class);

        assertThat(contract.unknown()).isEmpty();
        assertThat(contract.asked()).hasSizeGreaterThan(40);
    }

    @Test
    void everyFieldOfTheContractThatIsNotUsedHasAReason() {
        Map<String, ObjectNode> records = Map.of(
                "errands", contract().record("Errand").put("status", "ONGOING"),
                "stakeholders", contract().record("Stakeholder").put("role", "RELATIVE"),
                "journal-entries",
                        contract().record("JournalEntry").put("type", "Risk").put("status", "LOCKED"),
                "notes", contract().record("Note"),
                "documents",
                        contract()
                                .record("Document")
                                .put("type", "Handlingsplan")
                                .put("status", "LOCKED")
                                .put("text", "Delaktighet: ja\nNästa uppföljning: 2026-09-11"));

        for (RecordKind kind : CareManagementKinds.of(CONTEXT)) {
            assertThat(kind.mapper().apply(records.get(kind.list()).deepCopy()).unused())
                    .as(kind.code())
                    .allMatch(path -> kind.notUsed().why(path).isPresent());
        }
    }

    @Test
    void everyStatusOfTheContractIsKnown() {
        for (String schema : List.of("JournalEntry", "Document")) {
            contract()
                    .schema(schema)
                    .path("properties")
                    .path("status")
                    .path("enum")
                    .forEach(code -> assertThat(CodeTables.LOCKED).containsKey(code.asText()));
        }
    }

    @Test
    void theLongestTextsAreThoseOfTheContract() {
        Contract contract = contract();

        assertThat(longest(contract, "CreateJournalEntry", "text")).isEqualTo(Limits.ENTRY_TEXT);
        assertThat(longest(contract, "CreateJournalEntry", "heading")).isEqualTo(Limits.HEADING);
        assertThat(longest(contract, "CreateJournalEntry", "type")).isEqualTo(Limits.HEADING);
        assertThat(longest(contract, "Errand", "title")).isEqualTo(Limits.HEADING);
        assertThat(longest(contract, "CreateJournalEntry", "createdBy")).isEqualTo(Limits.USER);
    }

    @Test
    void whatIsPostedIsInTheContract() {
        Contract contract = contract();
        Records records = new Records().with(Records.note("1", NoteKind.RISK));

        for (Item item : JournalItems.of(records.person(), Set.of(), Records.RULES)) {
            Entry entry = Entry.of(item);
            String schema = entry.resource() == Resource.NOTIFICATIONS ? "Notification" : "CreateJournalEntry";
            assertThat(contract.wrong(schema, entry.body())).as(schema).isEmpty();
        }
        assertThat(contract.operations())
                .contains(
                        "GET /errands",
                        "POST /errands",
                        "GET /errands/{errandId}/stakeholders",
                        "POST /errands/{errandId}/stakeholders",
                        "GET /errands/{errandId}/journal-entries",
                        "POST /errands/{errandId}/journal-entries",
                        "GET /errands/{errandId}/notifications",
                        "POST /errands/{errandId}/notifications",
                        "GET /errands/{errandId}/documents",
                        "GET /errands/{errandId}/notes");
    }

    private static int longest(Contract contract, String schema, String field) {
        return contract.schema(schema)
                .path("properties")
                .path(field)
                .path("maxLength")
                .asInt();
    }
}
