package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.omsorgsbron.api.domain.ContactStep.Exemption;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.ProofOfTitle;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.api.record.PersonRecord.Vacancy.Why;
import se.omsorgsbron.fhir.Canonicals;
import se.omsorgsbron.fhir.validation.ProfileArtefacts;
import se.omsorgsbron.fhir.validation.Validators;

@DisplayName("The code tables")
class CodesTest {

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("rank", Codes.RANK, EnumSet.allOf(Rank.class)),
                Arguments.of("role", Codes.ROLE, EnumSet.allOf(TeamRole.class)),
                Arguments.of("note kind", Codes.NOTE_KIND, EnumSet.allOf(NoteKind.class)),
                Arguments.of("plan type", Codes.PLAN_TYPE, EnumSet.allOf(PlanType.class)),
                Arguments.of("plan profile", Codes.PLAN_PROFILE, EnumSet.allOf(PlanType.class)),
                Arguments.of("plan status", Codes.PLAN_STATUS, EnumSet.allOf(State.class)),
                Arguments.of("law", Codes.LAW, EnumSet.complementOf(EnumSet.of(Law.UNKNOWN))),
                Arguments.of("proof of title", Codes.PROOF, EnumSet.allOf(ProofOfTitle.Kind.class)),
                Arguments.of("exemption", Codes.EXEMPTION, EnumSet.allOf(Exemption.class)),
                Arguments.of("protection", Codes.PROTECTION, EnumSet.allOf(ProtectedIdentity.class)),
                Arguments.of("vacancy", Codes.VACANCY, EnumSet.allOf(Why.class)),
                Arguments.of("identity number", Codes.IDENTITY_NUMBER, EnumSet.allOf(IdentityNumber.Kind.class)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    @DisplayName("cover every value and read back what they write")
    <D, W> void areExactInverses(String name, CodeTable<D, W> table, Set<D> values) {
        assertThat(table.domain()).as(name).isEqualTo(values);
        assertThat(values)
                .allSatisfy(value ->
                        assertThat(table.toWire(value).flatMap(table::toDomain)).contains(value));
    }

    @Test
    @DisplayName("write only codes that the compiled code systems have, and all of them")
    void writeTheCodesThatThereAre() {
        assertThat(codes(Canonicals.CARE_TEAM_ROLE))
                .isEqualTo(written(Canonicals.CARE_TEAM_ROLE, List.of(Codes.ROLE, Codes.RANK)));
        assertThat(codes(Canonicals.NOTE_KIND)).isEqualTo(written(Canonicals.NOTE_KIND, List.of(Codes.NOTE_KIND)));
        assertThat(codes(Canonicals.TITLE_PROOF)).isEqualTo(written(Canonicals.TITLE_PROOF, List.of(Codes.PROOF)));
        assertThat(codes(Canonicals.EXEMPTION_REASON))
                .isEqualTo(written(Canonicals.EXEMPTION_REASON, List.of(Codes.EXEMPTION)));
        assertThat(codes(Canonicals.PLAN_KIND)).isEqualTo(written(Canonicals.PLAN_KIND, List.of(Codes.PLAN_TYPE)));
        assertThat(codes(Canonicals.SOURCE_LAW))
                .isEqualTo(Codes.LAW.domain().stream()
                        .map(law -> Codes.LAW.toWire(law).orElseThrow())
                        .collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("cannot be made so that two values share a code")
    void cannotShareCode() {
        assertThatThrownBy(() -> new CodeTable<>(Map.of("a", 1, "b", 1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> codes(String system) {
        return ProfileArtefacts.load(Validators.FHIR).stream()
                .filter(CodeSystem.class::isInstance)
                .map(CodeSystem.class::cast)
                .filter(codes -> codes.getUrl().equals(system))
                .flatMap(codes -> codes.getConcept().stream())
                .map(ConceptDefinitionComponent::getCode)
                .collect(Collectors.toSet());
    }

    private static Set<String> written(String system, List<CodeTable<?, Code>> tables) {
        return tables.stream()
                .flatMap(CodesTest::codes)
                .filter(code -> code.system().equals(system))
                .map(Code::code)
                .collect(Collectors.toSet());
    }

    private static <D> Stream<Code> codes(CodeTable<D, Code> table) {
        return table.domain().stream().map(value -> table.toWire(value).orElseThrow());
    }
}
