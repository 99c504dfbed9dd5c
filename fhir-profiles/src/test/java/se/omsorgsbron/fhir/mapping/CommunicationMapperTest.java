package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.fhir.mapping.Valid.json;
import static se.omsorgsbron.fhir.mapping.Valid.valid;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.fhir.Canonicals;

@DisplayName("A Communication")
class CommunicationMapperTest {
    private static final PersonRecord FULL = Town.full(ProtectedIdentity.NONE);

    @Test
    @DisplayName("has the text as written, its kind, its times, its law, and the note that it corrects")
    void full() {
        Communication note = valid(map(FULL, Town.note()));

        assertThat(note.getStatus()).isEqualTo(CommunicationStatus.COMPLETED);
        assertThat(note.getCategoryFirstRep().getCodingFirstRep().getCode()).isEqualTo("deviation");
        assertThat(note.getSentElement().getValueAsString()).isEqualTo("2026-02-03T09:12:33Z");
        assertThat(note.getExtensionByUrl(Canonicals.OCCURRED).getValue().primitiveValue())
                .isEqualTo("2026-02-03T06:30:00Z");
        assertThat(note.getExtensionString(Canonicals.SOURCE_LAW_EXTENSION)).isEqualTo("SoL");
        assertThat(note.getPayloadFirstRep().getContentStringType().getValue())
                .isEqualTo("Föll i hallen.\nInga skador.\n");
        assertThat(note.getSender().getDisplay()).isEqualTo("Eva Öberg");
        assertThat(corrected(note).getReference())
                .isEqualTo("Communication/"
                        + FhirIds.communication(Town.ALBERTINA, Town.lifecare("documentations", "D-76")));
    }

    @Test
    @DisplayName("of which little is known says when it was written, and why there is no sender")
    void empty() {
        Communication note = valid(map(FULL, entry(NoteKind.CRITICAL_INFORMATION, Law.UNKNOWN, false)));

        assertThat(note.getSentElement().getValueAsString()).isEqualTo("2026-02-03T08:00:00Z");
        assertThat(note.getSender().hasExtension(Canonicals.DATA_ABSENT_REASON)).isTrue();
        assertThat(note.hasExtension(Canonicals.SOURCE_LAW_EXTENSION)).isFalse();
    }

    @Test
    @DisplayName("that was withdrawn in the source stays, entered in error and without its text")
    void withdrawn() {
        Communication note = valid(map(FULL, entry(NoteKind.RISK, Law.LSS, true)));

        assertThat(note.getStatus()).isEqualTo(CommunicationStatus.ENTEREDINERROR);
        assertThat(json(note)).doesNotContain("Föll");
    }

    @Test
    @DisplayName("names the note that it corrects by identifier where the recipient does not hold that")
    void corrects() {
        MappingContext nothingHeld = new MappingContext(Map.of(), key -> false);

        Communication note = valid(CommunicationMapper.toCommunication(FULL, Town.note(), nothingHeld));

        assertThat(corrected(note).hasReference()).isFalse();
        assertThat(corrected(note).getIdentifier().getValue()).isEqualTo("documentations/D-76");
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("of a protected person is withdrawn, without text")
    void ofProtectedPerson(ProtectedIdentity protection) {
        Communication note = valid(map(Town.full(protection), Town.note()));

        assertThat(note.getStatus()).isEqualTo(CommunicationStatus.ENTEREDINERROR);
        assertThat(json(note)).doesNotContain("Föll");
    }

    private static NoteEntry entry(NoteKind kind, Law law, boolean withdrawn) {
        JournalNote full = Town.note().note();
        JournalNote note = new JournalNote(
                kind,
                full.occurred(),
                full.written(),
                Optional.empty(),
                Optional.empty(),
                new PersonName("", ""),
                "",
                full.text(),
                false,
                Optional.empty(),
                false,
                law);
        return new NoteEntry(Town.lifecare("documentations", "D-80"), note, Optional.empty(), withdrawn);
    }

    private static Reference corrected(Communication note) {
        return (Reference) note.getExtensionByUrl(Canonicals.CORRECTS).getValue();
    }

    private static Communication map(PersonRecord record, NoteEntry entry) {
        return CommunicationMapper.toCommunication(record, entry, MappingContext.defaults());
    }
}
