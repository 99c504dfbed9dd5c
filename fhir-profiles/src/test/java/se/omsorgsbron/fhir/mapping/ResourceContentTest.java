package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Narrative;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.ProtectedIdentity;

@DisplayName("A resource's content")
class ResourceContentTest {
    private final CareTeam sent = CareTeamMapper.toCareTeam(Town.full(ProtectedIdentity.NONE));

    @Test
    @DisplayName("is the same with what a server adds")
    void isTheSameWithWhatAServerAdds() {
        CareTeam held = sent.copy();
        held.setId("http://localhost/fhir/CareTeam/" + sent.getIdElement().getIdPart() + "/_history/3");
        held.getMeta()
                .setVersionId("3")
                .setLastUpdated(Date.from(Instant.EPOCH))
                .setSource("#abc");
        held.setText(new Narrative().setStatus(Narrative.NarrativeStatus.GENERATED));

        assertThat(ResourceContent.hash(held))
                .isEqualTo(ResourceContent.hash(sent))
                .hasSize(64);
        assertThat(held.getMeta().getVersionId()).isEqualTo("3");
    }

    @Test
    @DisplayName("is another once anything in it is another")
    void isAnotherOnceAnythingIsAnother() {
        CareTeam altered = sent.copy();
        altered.getParticipantFirstRep().getPeriod().setEnd(Date.from(Instant.EPOCH));
        CareTeam unlabelled = sent.copy();
        unlabelled.getMeta().addTag("urn:example", "a", null);

        assertThat(ResourceContent.hash(altered)).isNotEqualTo(ResourceContent.hash(sent));
        assertThat(ResourceContent.hash(unlabelled)).isNotEqualTo(ResourceContent.hash(sent));
    }

    @Test
    @DisplayName("is the same in every run: the mappers have no clock and no chance")
    void isTheSameInEveryRun() {
        assertThat(ResourceContent.hash(CareTeamMapper.toCareTeam(Town.full(ProtectedIdentity.NONE))))
                .isEqualTo(ResourceContent.hash(sent));
        assertThat(FhirIds.careTeam(Town.ALBERTINA)).isEqualTo("16446fc1-d5ee-383b-8d9f-4533d39fa145");
    }
}
