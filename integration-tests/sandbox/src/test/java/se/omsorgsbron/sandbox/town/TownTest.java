package se.omsorgsbron.sandbox.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.omsorgsbron.sandbox.town.Town.Change;

class TownTest {

    @TempDir
    private Path folder;

    private Town town(String yaml) throws IOException {
        Files.writeString(folder.resolve("town.yaml"), yaml);
        return Town.read(folder);
    }

    @Test
    void aTownHasItsMunicipalitiesWithKeysIdsAndTables() throws URISyntaxException {
        Town town = Town.read(Path.of(TownTest.class.getResource("/small-town").toURI()));
        Municipality botkyrka = town.municipalities().get("0127");
        assertThat(botkyrka.name()).isEqualTo("Botkyrka");
        assertThat(botkyrka.key()).isEqualTo("test-key-botkyrka");
        assertThat(botkyrka.ids().contains(100_000)).isTrue();
        assertThat(botkyrka.ids().contains(200_000)).isFalse();
        assertThat(botkyrka.noteHeadlines()).containsEntry(100_501, "daily");
        assertThat(botkyrka.planHeadlines()).containsEntry(100_601, "how");
        assertThat(botkyrka.relations()).containsEntry("God man", "legal-guardian");
        assertThat(town.municipalities().get("0182").relations()).isEmpty();
        assertThat(town.folder().records("clients")).hasSize(4);
        assertThat(town.folder().records("contacts")).isEmpty();
    }

    @Test
    void aTownHasItsScriptedChangesInTheirOrder() throws URISyntaxException {
        Town town = Town.read(Path.of(TownTest.class.getResource("/small-town").toURI()));
        assertThat(town.changes()).hasSize(4);
        assertThat(town.changes().get(0)).isInstanceOfSatisfying(Change.Edit.class, edit -> {
            assertThat(edit.after()).isEqualTo(Duration.ofSeconds(10));
            assertThat(edit.id()).isEqualTo("110001");
            assertThat(edit.set().get("LastName").asText()).isEqualTo("Nyman");
        });
        assertThat(town.changes().get(1)).isInstanceOfSatisfying(Change.Add.class, add -> {
            assertThat(add.after()).isEqualTo(Duration.ofMillis(500));
            assertThat(add.record().get("Id").isInt()).isTrue();
        });
        assertThat(town.changes().get(2))
                .isEqualTo(new Change.Remove("A note is taken away", Duration.ZERO, "documentations", "D-1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            changes: [{name: x, add: {resource: people, record: {Id: 1}}}]   | needs a resource
            changes: [{name: x, edit: {resource: clients, set: {A: 1}}}]     | needs the id
            changes: [{name: x, edit: {resource: clients, id: 1}}]           | needs edit
            changes: [{name: x, after: soon, remove: {resource: clients, id: 1}}] | needs an after
            changes: [{name: x, remove: {resource: clients, id: 1}}, {name: x, remove: {resource: clients, id: 2}}] | two changes
            """)
    void aChangeThatCannotBeUsedIsNamedWithWhatItNeeds(String changes, String problem) {
        assertThatExceptionOfType(TownException.class)
                .isThrownBy(() -> town("municipalities: {'0127': {key: k, ids: [1, 2]}}\n" + changes))
                .withMessageContaining(problem);
    }

    @Test
    void aTownWithoutUsableMunicipalitiesSaysWhatToWrite() {
        assertThatExceptionOfType(TownException.class)
                .isThrownBy(() -> Town.read(folder))
                .withMessageContaining("needs a town.yaml");
        assertThatExceptionOfType(TownException.class)
                .isThrownBy(() -> town("municipalities: {}"))
                .withMessageContaining("at least one municipality");
        assertThatExceptionOfType(TownException.class)
                .isThrownBy(() -> town("municipalities: {'0127': {ids: [1, 2]}}"))
                .withMessageContaining("0127 needs a key");
        assertThatExceptionOfType(TownException.class)
                .isThrownBy(
                        () -> town("municipalities: {'0127': {key: k, ids: [1, 2], headlines: {notes: {x: daily}}}}"))
                .withMessageContaining("headline id");
    }

    @Test
    void whatIsNoYamlOrNoArrayIsRefusedWithoutBeingQuoted() {
        assertThatExceptionOfType(TownException.class)
                .isThrownBy(() -> town("municipalities: {key: 'secret"))
                .withMessageContaining("not YAML")
                .withNoCause();
        assertThatExceptionOfType(TownException.class)
                .isThrownBy(() -> TownFolder.parse("clients", "[{\"PersonId\": 1".getBytes(StandardCharsets.UTF_8)))
                .withMessage("clients.json is not JSON at line 1")
                .withNoCause();
        assertThatExceptionOfType(TownException.class)
                .isThrownBy(() -> TownFolder.parse("clients", "{}".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("JSON array");
    }
}
