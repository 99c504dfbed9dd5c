package se.omsorgsbron.sandbox.lifecare;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.sandbox.lifecare.SmallTown.BOTKYRKA;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecareSearchTest {

    private SmallTown town;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        town = SmallTown.in(folder);
    }

    @AfterAll
    void stop() throws IOException {
        town.close();
    }

    private List<String> found(String resource, String q) {
        return town.ids("/api/v1/" + resource + "?q=" + q + "&" + BOTKYRKA);
    }

    @Test
    void aSearchableFieldFindsItsRecords() {
        assertThat(found("clients", "PersonId='189602029812'")).containsExactly("110002");
        assertThat(found("clients", "Id='110001'")).containsExactly("110001");
        assertThat(found("clients", "Active='true'")).containsExactly("110001");
        assertThat(found("clients", "LastName='%C3%96st'")).containsExactly("110002");
        assertThat(found("documentations", "ExecutionId='130001'")).containsExactly("D-1");
        assertThat(found("service_plans", "EstablishedDate='2026-10-10T00:00:00'"))
                .containsExactly("140001");
    }

    @Test
    void aFieldOfAnObjectIsReachedWithADot() {
        assertThat(found("executions", "ServiceCategory.Code='1'")).containsExactly("130001");
        assertThat(found("executions", "ProviderUnit.Name='Tumba'")).containsExactly("130001", "130002");
    }

    @Test
    void aDateIsSearchedByItsDay() {
        assertThat(found("executions", "StartDate='2026-11-01'")).containsExactly("130002");
        assertThat(town.status("/api/v1/executions?q=StartDate='2026-11-01T00:00:00'&" + BOTKYRKA))
                .isEqualTo(400);
    }

    @Test
    void aSearchThatFindsNothingIsNotFound() {
        assertThat(town.status("/api/v1/clients?q=PersonId='199002222397'&" + BOTKYRKA))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PersonId:189602029812",
                "PersonId=189602029812",
                "PersonId='189602029812",
                "PersonId = '189602029812'",
                "PersonId='189602029812' and Active='true'",
                "PersonId"
            })
    void anyOtherGrammarIsAnInvalidQueryFormat(String q) {
        var answer = town.get("/api/v1/clients?q=" + q + "&" + BOTKYRKA);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Invalid query format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KeyCode='0127'", "personid='189602029812'", "Addresses.City='Tumba'", "Nothing='1'"})
    void aFieldThatIsNotSearchableIsRefused(String q) {
        assertThat(town.status("/api/v1/clients?q=" + q + "&" + BOTKYRKA)).isEqualTo(400);
    }
}
