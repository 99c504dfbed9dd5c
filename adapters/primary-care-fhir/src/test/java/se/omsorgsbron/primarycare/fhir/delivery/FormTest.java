package se.omsorgsbron.primarycare.fhir.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final Map<String, String> PLACES = Map.of("Patient/placeholder", "Patient/17");

    @Test
    void whatIsReadBackIsTheSameWhateverTheServerAdded() {
        Resource held = Form.outgoing(team("a", "b"), PLACES);
        held.getMeta().setVersionId("3").setSource(held.getMeta().getSource() + "#request");

        assertThat(Form.isSame(held, team("a", "b"), PLACES)).isTrue();
        assertThat(Form.isOurs(held, PLACES)).isTrue();
    }

    @Test
    void theOrderOfLabelsMakesNoDifference() {
        CareTeam held = (CareTeam) Form.outgoing(team("a", "b"), PLACES);
        held.getMeta().setSecurity(null);
        held.getMeta().addSecurity().setSystem("s").setCode("b");
        held.getMeta().addSecurity().setSystem("s").setCode("a");

        assertThat(Form.isSame(held, team("a", "b"), PLACES)).isTrue();
        assertThat(Form.isOurs(held, PLACES)).isTrue();
    }

    @Test
    void aLabelThatIsMissingMakesADifference() {
        Resource held = Form.outgoing(team("a", "b"), PLACES);

        assertThat(Form.isSame(held, team("a"), PLACES)).isFalse();
    }

    @Test
    void whatSomebodyAlteredIsNotOurs() {
        CareTeam held = (CareTeam) Form.outgoing(team("a"), PLACES);
        held.setName("altered by hand");

        assertThat(Form.isOurs(held, PLACES)).isFalse();
    }

    @Test
    void anotherPatientMakesADifference() {
        CareTeam held = (CareTeam) Form.outgoing(team("a"), PLACES);
        held.setSubject(new Reference("Patient/18"));

        assertThat(Form.isSame(held, team("a"), PLACES)).isFalse();
        assertThat(Form.isOurs(held, PLACES)).isFalse();
    }

    private static CareTeam team(String... labels) {
        CareTeam team = new CareTeam();
        team.setId("x");
        team.setSubject(new Reference("Patient/placeholder"));
        for (String label : labels) {
            team.getMeta().addSecurity().setSystem("s").setCode(label);
        }
        return team;
    }
}
