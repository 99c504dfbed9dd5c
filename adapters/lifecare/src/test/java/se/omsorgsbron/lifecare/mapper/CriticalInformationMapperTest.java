package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.CLIENT;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.fact;
import static se.omsorgsbron.lifecare.Samples.json;
import static se.omsorgsbron.lifecare.Samples.problems;
import static se.omsorgsbron.lifecare.Samples.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class CriticalInformationMapperTest {
    private static final String NOTE = """
            {Id: '%s', HeadlineId: '999', PlainText: 'Allergisk mot nötter', CreatedSignature: 'FAWA', CreatedName: 'F W',
             CreatedRoleId: 'UTF', CreatedTime: '2026-10-03T11:00:00', SignedTime: '2026-10-03T12:00:00', ExecutionId: 1}
            """;

    private static Mapped<List<Fact>> map(JsonNode record, JsonNode documentation) {
        return CriticalInformationMapper.toJournalNote(record, documentation, Law.SOL, CONTEXT);
    }

    @Test
    void everyDocumentationOfAFullRecordIsACriticalNoteUnderAnyHeadline() {
        JsonNode record = json("{PersonId: '189002029800', Infections: [" + NOTE.formatted("D-1")
                + "], Observations: []," + " Warnings: [" + NOTE.formatted("D-2") + "], Severity: 3}");

        List<JsonNode> documentations = CriticalInformationMapper.documentations(record);

        assertThat(documentations).extracting(d -> d.path("Id").asText()).containsExactly("D-1", "D-2");
        Fact fact = fact(map(record, documentations.get(1)));
        assertThat(fact.source()).isEqualTo(new SourceReference("lifecare", "client_critical_informations", "D-2"));
        assertThat(fact.subject()).isEqualTo(LifecareKeys.personNumber(CLIENT));
        JournalNote note = (JournalNote) fact.content();
        assertThat(note.kind()).isEqualTo(NoteKind.CRITICAL_INFORMATION);
        assertThat(note.law()).isEqualTo(Law.SOL);
        assertThat(CriticalInformationMapper.unused(record)).containsExactly("Severity");
    }

    @Test
    void anEmptyRecordHasNoNotes() {
        JsonNode record = json("{PersonId: '189002029800', Infections: null}");

        assertThat(CriticalInformationMapper.readable(record)).isTrue();
        assertThat(CriticalInformationMapper.documentations(record)).isEmpty();
    }

    @Test
    void aRecordWhoseListIsNoneCannotBeRead() {
        assertThat(CriticalInformationMapper.readable(json("{PersonId: '1', Warnings: 'nötter'}")))
                .isFalse();
        assertThat(CriticalInformationMapper.readable(json("[]"))).isFalse();
    }

    @Test
    void aNoteOfNobodyIsHeld() {
        JsonNode record = json("{Warnings: [" + NOTE.formatted("D-1") + "]}");

        assertThat(problems(map(record, record.path("Warnings").get(0)))).containsExactly("missing-field PersonId");
    }

    @Test
    void anImageIsNoneOfOurs() {
        JsonNode record = json("{PersonId: '189002029800', Warnings: [{Id: 'D-1', ContentType: 'Image'}]}");

        assertThat(value(map(record, record.path("Warnings").get(0)))).isEmpty();
    }
}
