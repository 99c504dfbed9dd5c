package se.omsorgsbron.caremanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.caremanagement.CareManagementConfiguration.Journal;
import se.omsorgsbron.caremanagement.journal.Opening;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Errands;
import se.omsorgsbron.caremanagement.mapper.Role;

class CareManagementConfigurationTest {
    private static final CareManagementConfiguration GOOD = StubCareManagement.configuration(
            URI.create("https://api.example/care-management/1.0/"), Optional.of(StubCareManagement.OPENING));

    private static CareManagementConfiguration with(String what, String value) {
        boolean url = what.equals("baseUri");
        return new CareManagementConfiguration(
                what.equals("municipality") ? value : GOOD.municipality(),
                url ? URI.create(value) : GOOD.baseUri(),
                what.equals("namespace") ? value : GOOD.namespace(),
                what.equals("sentBy") ? value : GOOD.sentBy(),
                GOOD.bearerToken(),
                what.equals("partyLookUp") ? URI.create(value) : GOOD.partyLookUp(),
                what.equals("timeout") ? Duration.parse(value) : GOOD.timeout(),
                what.equals("pageSize") ? Integer.parseInt(value) : GOOD.pageSize(),
                GOOD.zone(),
                true,
                what.equals("errands.types")
                        ? new Errands(Set.of(), GOOD.errands().states())
                        : GOOD.errands(),
                what.equals("roles") ? Map.of("X", new Role.Ignored()) : GOOD.roles(),
                GOOD.texts(),
                what.equals("journal.opening.status")
                        ? Journal.under(
                                "Anteckning", true, Optional.of(new Opening("home-care", "T", value, "APPLICANT")))
                        : GOOD.journal());
    }

    @Test
    void everythingThatIsWrongIsNamedWithWhatToWrite() {
        Map.of(
                        "municipality", "Botkyrka",
                        "baseUri", "https://host/x?key=secret",
                        "namespace", "a/b",
                        "sentBy", "joe; type=root",
                        "partyLookUp", "ftp://host",
                        "timeout", "PT0S",
                        "pageSize", "0",
                        "errands.types", "",
                        "roles", "",
                        "journal.opening.status", "DONE")
                .forEach((what, value) -> assertThatIllegalArgumentException()
                        .as(what)
                        .isThrownBy(() -> with(what, value))
                        .withMessageStartingWith(what)
                        .withMessageNotContaining("secret"));
    }

    @Test
    void everyKindOfNoteNeedsATypeAndAHeading() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Journal(Map.of(), true, Optional.empty()))
                .withMessageStartingWith("journal.headings");
    }

    @Test
    void theTextFormNamesTheMunicipalityOnly() {
        assertThat(GOOD).hasToString("CareManagementConfiguration[2281]");
        assertThat(GOOD.connection()).hasToString("Connection[masked]");
        assertThat(GOOD.connection().uri())
                .isEqualTo(URI.create("https://api.example/care-management/1.0/2281/HOME_CARE"));
    }

    @Test
    void rolesAreWrittenAsCodes() {
        assertThat(Role.ofCode("person")).contains(new Role.Subject());
        assertThat(Role.ofCode("person-2")).isPresent();
        assertThat(Role.ofCode("legal-guardian")).isPresent();
        assertThat(Role.ofCode("ignored")).isPresent();
        assertThat(Role.ofCode("boss")).isEmpty();
    }
}
