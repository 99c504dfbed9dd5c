package se.omsorgsbron.sandbox.caremanagement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.caremanagement.CareManagement;
import se.omsorgsbron.caremanagement.CareManagementConfiguration;
import se.omsorgsbron.caremanagement.CareManagementConfiguration.Journal;
import se.omsorgsbron.caremanagement.journal.Opening;
import se.omsorgsbron.caremanagement.mapper.ErrandState;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Errands;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Texts;
import se.omsorgsbron.caremanagement.mapper.Role;

/** The bridge's adapter, set up for the simulator, and a risk to write in a person's journal. */
abstract class AdapterBench {
    static final Instant TIME = Instant.parse("2026-11-24T21:15:00Z");

    @TempDir
    Path folder;

    SmallCase town;

    @BeforeEach
    void start() throws IOException {
        town = SmallCase.in(folder);
    }

    @AfterEach
    void stop() throws IOException {
        town.close();
    }

    CareManagement system() {
        return new CareManagement(new CareManagementConfiguration(
                "2281",
                town.base(),
                "HOME_CARE",
                "omsorgsbron01",
                Optional.empty(),
                town.partyLookUp(),
                Duration.ofSeconds(2),
                1,
                ZoneId.of("Europe/Stockholm"),
                true,
                new Errands(Set.of("home-care"), Map.of("ONGOING", ErrandState.CARRIED_OUT, "NEW", ErrandState.OPEN)),
                Map.of("APPLICANT", new Role.Subject()),
                new Texts(
                        Map.of("Anteckning", NoteKind.DAILY), Set.of(), Optional.empty(), Map.of(), Set.of(), Map.of()),
                Journal.under(
                        "Anteckning", true, Optional.of(new Opening("home-care", "Hemtjänst", "NEW", "APPLICANT")))));
    }

    List<Item> items(String number) {
        JournalNote note = new JournalNote(
                NoteKind.RISK,
                TIME,
                TIME,
                Optional.of(TIME),
                Optional.empty(),
                new PersonName("Nils", "Natt"),
                "",
                new FreeText("Halkade i hallen 😀 åäö"),
                false,
                Optional.empty(),
                false,
                Law.SOL);
        Person person = new Person(
                IdentityNumbers.parse(number).orElseThrow(),
                new PersonName("Fiktiva", "Påhittsson"),
                ProtectedIdentity.UNKNOWN,
                List.of(),
                List.of(),
                true,
                Optional.empty());
        NoteEntry entry =
                new NoteEntry(new SourceReference("night-patrol", "notes", "1"), note, Optional.empty(), false);
        PersonRecord record = new PersonRecord(
                UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)),
                "2281",
                person,
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(entry),
                List.of());
        return system().journal("journal").project(record, Set.of());
    }

    static Outcome deliver(Recipient journal, Item item, boolean uncertain) throws RecipientUnavailable {
        UUID subject = UUID.fromString("3f0d3a52-55a5-5c5f-9d0e-0f4a2f1c7b01");
        return journal.deliver(
                        new Parcel(subject, List.of(new Parcel.Write(item, Optional.empty(), uncertain)), Map.of()))
                .outcomes()
                .get(item.key());
    }
}
