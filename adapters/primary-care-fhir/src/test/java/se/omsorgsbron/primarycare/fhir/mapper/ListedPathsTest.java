package se.omsorgsbron.primarycare.fhir.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.primarycare.fhir.Records;

class ListedPathsTest {
    private static final String OURS = "https://fhir.omsorgsbron.se/StructureDefinition/";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private final ListedPaths paths = ListedPaths.of(
            Set.of("id", "name.family", "period.extension(rank).valueInteger", "contained(Goal).status", "active"));

    private boolean hold(String fields) {
        return paths.hold("{'resourceType':'X',%s}".formatted(fields).replace('\'', '"'));
    }

    @Test
    void everythingThatIsListedIsSeenToBe() {
        assertThat(hold("'id':'1','name':[{'family':'a'},{'family':'b'}],'active':true"))
                .isTrue();
        assertThat(hold("'period':{'extension':[{'url':'" + OURS + "rank','valueInteger':1}]}"))
                .isTrue();
        assertThat(hold("'contained':[{'resourceType':'Goal','status':'x'}]")).isTrue();
    }

    @Test
    void anythingElseIsNot() {
        assertThat(hold("'id':'1','birthDate':'1890'")).isFalse();
        assertThat(hold("'name':[{'family':'a'},{'family':'b','text':'c'}]")).isFalse();
        assertThat(hold("'name':'a'")).isFalse();
        assertThat(hold("'id':{'family':'a'}")).isFalse();
        assertThat(hold("'period':{'extension':[{'url':'" + OURS + "other','valueInteger':1}]}"))
                .isFalse();
        assertThat(hold("'period':{'extension':[{'url':'https://example.org/rank','valueInteger':1}]}"))
                .isFalse();
        assertThat(hold("'period':{'extension':[{'valueInteger':1,'url':'" + OURS + "rank'}]}"))
                .isFalse();
        assertThat(hold("'contained':[{'resourceType':'Patient','status':'x'}]"))
                .isFalse();
        assertThat(hold("'contained':[{'status':'x','resourceType':'Goal'}]")).isFalse();
    }

    @Test
    void aReasonForAnAbsentValueMayStandInPlaceOfWhatIsListedAndNowhereElse() {
        String reason = "{'extension':[{'url':'" + ABSENT + "','valueCode':'masked'}]}";
        assertThat(hold("'_active':" + reason)).isTrue();
        assertThat(hold("'name':[{'_family':" + reason + "}]")).isTrue();
        assertThat(hold("'name':[" + reason + "]")).isTrue();
        assertThat(hold("'_birthDate':" + reason)).isFalse();
        assertThat(hold("'extension':[{'url':'" + ABSENT + "','valueCode':'masked'}]"))
                .isFalse();
        assertThat(hold("'_active':{'extension':[{'url':'" + ABSENT + "','valueString':'a secret'}]}"))
                .isFalse();
        assertThat(hold("'_active':{'extension':[{'url':'" + ABSENT + "','valueCode':'x','id':'1'}]}"))
                .isFalse();
    }

    @Test
    void whatTheMappersMakeIsSeenAtTheFirstLook() {
        Records records = new Records();
        records.team = List.of(Records.relative("7"));
        records.plans = List.of(Records.plan("1", State.IN_FORCE, "0"));
        records.notes = List.of(Records.correction("2", NoteKind.RISK, true, false, "1"));

        for (Item item : PersonItems.of(records.person(), Set.of(), java.util.Map.of())) {
            String profile = AllowedElements.parse(item.content())
                    .getMeta()
                    .getProfile()
                    .get(0)
                    .getValue();
            Set<String> allowed = AllowedElements.allowed(profile.substring(profile.lastIndexOf('/') + 1));
            assertThat(ListedPaths.of(allowed).hold(item.content()))
                    .as(item.key())
                    .isTrue();
        }
    }
}
