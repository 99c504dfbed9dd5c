package se.omsorgsbron.sandbox.lifecare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.sandbox.town.Town;

class BuiltInTownTest {

    @Test
    void theBuiltInTownHasOnlyTheContractsFieldsAndAllItsChangesCanBeMade() throws URISyntaxException {
        Town town = Town.read(Path.of(BuiltInTownTest.class.getResource("/town").toURI()));
        Contract contract = Contract.load();
        Registers registers = new Registers(contract, Clock.systemUTC());
        for (Resource resource : contract.resources()) {
            var records = town.folder().records(resource.name());
            assertThat(records).allMatch(node -> node.equals(resource.shape().strip(node)), "has no stray field");
            registers.take(resource, records);
        }
        town.changes()
                .forEach(change ->
                        assertThat(registers.applyNext(town.changes())).contains(change));
        assertThat(registers.applyNext(town.changes())).isEmpty();
    }
}
