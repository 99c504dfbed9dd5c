package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.problems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.Contract;
import se.omsorgsbron.lifecare.explain.LifecareKinds;
import se.omsorgsbron.lifecare.wire.Resource;

/** The mappers against the published contract. */
class ContractTest {
    private static final List<Case> CASES = List.of(
            new Case(Resource.CLIENTS, "Client.V1.Client", ClientMapper::toPerson),
            new Case(
                    Resource.PROVIDER_CONTACT_PERSONNELS,
                    "ProviderContactPersonnel.V1.ProviderContactPersonnel",
                    ContactMapper::toPermanentContact),
            new Case(Resource.PERSONNEL, "ProviderPersonnel.V2.PersonnelV2", PersonnelMapper::toStaffMember),
            new Case(Resource.PROVIDER_UNITS, "ProviderUnit.V1.ProviderUnit", ProviderUnitMapper::toProviderUnit),
            new Case(Resource.SOL_DECISIONS, "Decision.V1.Decision", DecisionMapper::toDecision),
            new Case(Resource.EXECUTIONS, "Execution.V1.Execution", ExecutionMapper::toExecution),
            new Case(Resource.SERVICE_PLANS, "ServicePlan.V1.ServicePlan", ServicePlanMapper::toPlan),
            new Case(
                    Resource.DOCUMENTATIONS,
                    "Common.V1.Documentation",
                    (r, context) -> DocumentationMapper.toJournalNote(r, Law.SOL, context)),
            new Case(Resource.RELATIVES, "Relative.V1.RelativePerson", RelativeMapper::toTeamMember),
            new Case(Resource.CONTACTS, "Contact.V1.ContactPerson", ContactPersonMapper::toTeamMember),
            new Case(Resource.REPORTED_VISITS, "ReportedVisit.V1.ReportedVisit", ReportedVisitMapper::toVisit),
            new Case(
                    Resource.CLIENT_CRITICAL_INFORMATIONS,
                    "ClientCriticalInformation.V1.ClientCriticalInformation",
                    ContractTest::critical));
    private static Optional<Contract> found = Optional.empty();

    /** A list, the contract's definition of its records, and what maps them. */
    private record Case(
            Resource resource, String definition, BiFunction<JsonNode, MappingContext, Mapped<List<Fact>>> mapper) {
        Mapped<List<Fact>> map(JsonNode record) {
            return mapper.apply(record, CONTEXT);
        }
    }

    private Contract contract() {
        assumeTrue(found.isPresent(), "the contract does not stand beside the checkout");
        return found.orElseThrow();
    }

    @BeforeAll
    static void find() {
        found = Contract.find();
    }

    private static Mapped<List<Fact>> critical(JsonNode record, MappingContext context) {
        assertThat(CriticalInformationMapper.readable(record)).isTrue();
        JsonNode first = CriticalInformationMapper.documentations(record).get(0);
        return CriticalInformationMapper.toJournalNote(record, first, Law.SOL, context);
    }

    @Test
    void everyFieldThatAMapperReadsIsInTheContract() {
        Contract contract = contract();

        for (Case tried : CASES) {
            tried.map(contract.record(tried.definition()));
            assertThat(Subjects.of(tried.resource(), contract.record(tried.definition())))
                    .isPresent();
        }

        assertThat(contract.asked()).hasSizeGreaterThan(100);
        assertThat(contract.unknown()).isEmpty();
    }

    @Test
    void aRecordWithEveryFieldOfTheContractIsRead() {
        Contract contract = contract();

        for (Case tried : CASES) {
            assertThat(tried.map(contract.record(tried.definition()))).isInstanceOf(Mapped.Value.class);
        }
    }

    @Test
    void everyFieldThatTheContractRequiresIsMissedWhenItIsMissing() {
        Contract contract = contract();

        for (Case tried : CASES) {
            for (String field : contract.required(tried.definition())) {
                ObjectNode record = contract.record(tried.definition());
                record.remove(field);
                assertThat(problems(tried.map(record))).as(tried.definition()).contains("missing-field " + field);
            }
        }
    }

    @Test
    void everyCodeOfTheContractIsKnown() {
        Contract contract = contract();

        for (Case tried : CASES) {
            contract.codes(tried.definition()).forEach((field, codes) -> {
                for (String code : codes) {
                    assertThat(tried.map(contract.record(tried.definition()).put(field, code)))
                            .as("%s.%s %s", tried.definition(), field, code)
                            .isInstanceOf(Mapped.Value.class);
                }
            });
        }
    }

    @Test
    void everyFieldOfTheContractThatIsNotUsedHasAReason() {
        Contract contract = contract();

        for (Case tried : CASES) {
            RecordKind kind = LifecareKinds.of(CONTEXT).stream()
                    .filter(one -> one.list().equals(tried.resource().code()))
                    .findFirst()
                    .orElseThrow();
            ObjectNode record = contract.record(tried.definition()).deepCopy();
            if (record.has("Deleted")) {
                record.put("Deleted", false);
            }

            assertThat(kind.mapper().apply(record).unused())
                    .as(kind.code())
                    .allMatch(path -> kind.notUsed().why(path).isPresent());
        }
    }

    @Test
    void doorCodesAreNeverAskedFor() {
        Contract contract = contract();

        CASES.forEach(tried -> tried.map(contract.record(tried.definition())));

        assertThat(contract.asked()).contains("Common.V1.Address.City").doesNotContain("Common.V1.Address.EntryCode");
    }
}
