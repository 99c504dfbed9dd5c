package se.omsorgsbron.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientRegisterTest {
    private static final List<TownClient> CLIENTS = List.of(
            new TownClient("auditor-0330", "auditor in Knivsta", TownClients.BRIDGE, "audit.read", Optional.empty()),
            new TownClient("bridge", "the bridge", TownClients.PRIMARY_CARE, "system/*.cruds", Optional.empty()));

    @TempDir
    private Path folder;

    @Test
    void everyClientHasAKeyOfItsOwnThatNobodyElseMayRead() throws IOException {
        StateFolder state = StateFolder.kept(folder);
        ClientRegister register = new ClientRegister(state);

        register.write(CLIENTS);

        ECKey auditor = register.key("auditor-0330");
        assertThat(auditor.isPrivate()).isTrue();
        assertThat(register.key("bridge").toJSONString()).isNotEqualTo(auditor.toJSONString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.clientKey("auditor-0330"))))
                .isEqualTo("rw-------");
        assertThat(register.list())
                .containsExactly(
                        new ClientRegister.Registered("auditor-0330", "auditor in Knivsta", "audit.read"),
                        new ClientRegister.Registered("bridge", "the bridge", "system/*.cruds"));
    }

    @Test
    void theServerIsGivenThePublicKeysAlone() throws IOException {
        StateFolder state = StateFolder.kept(folder);
        ClientRegister register = new ClientRegister(state);

        register.write(CLIENTS);

        ECKey auditor = register.key("auditor-0330");
        assertThat(Files.readString(state.clients()))
                .contains(auditor.getKeyID(), auditor.getX().toString())
                .doesNotContain(auditor.getD().toString(), "\"d\"");
    }

    @Test
    void aFolderThatIsKeptKeepsItsKeys() throws IOException {
        ClientRegister register = new ClientRegister(StateFolder.kept(folder));
        register.write(CLIENTS);
        String before = register.key("bridge").toJSONString();

        register.write(CLIENTS);

        assertThat(register.key("bridge").toJSONString()).isEqualTo(before);
    }

    @Test
    void aKeyThatCannotBeUsedIsToldWithoutBeingQuoted() throws IOException {
        StateFolder state = StateFolder.kept(folder);
        ClientRegister register = new ClientRegister(state);
        register.write(CLIENTS);
        Files.writeString(state.clientKey("bridge"), "{\"kty\": \"EC\", \"d\": \"torn");

        assertThatIllegalStateException()
                .isThrownBy(() -> register.write(CLIENTS))
                .withNoCause()
                .withMessageContaining("The key of bridge cannot be used")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("torn"));
    }
}
