package se.omsorgsbron.nightpatrol.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.StaffRecord;

class NightItemsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID ID = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000001");
    private static final UUID STAFF = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000002");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant AT = Instant.parse("2026-11-24T19:30:00Z");

    @Test
    void thePatrolIsToldWhomToCallWhatIsDoneAtNightAndWhatToLookOutFor() throws JsonProcessingException {
        List<Item> items = NightItems.of(full(ProtectedIdentity.NONE), "night-patrol", Set.of());

        assertThat(items)
                .extracting(Item::concept)
                .containsExactly(Concept.PERSON, Concept.CONTACTS, Concept.PLANS, Concept.RISK);
        assertThat(json(items.get(0)))
                .isEqualTo(JSON.readTree("{\"number\":\"189002029800\",\"name\":\"Gerda Berg\",\"protected\":false}"));
        JsonNode contacts = json(items.get(1));
        assertThat(contacts.at("/contacts/0").toString())
                .isEqualTo("{\"person\":1,\"staff\":\"staff/" + STAFF + "\",\"since\":\"2026-03-02\"}");
        assertThat(items.get(1).needs()).containsExactlyInAnyOrder("person/" + ID, "staff/" + STAFF);
        assertThat(json(items.get(2)).at("/activities/0").toString())
                .isEqualTo("{\"what\":\"Tillsyn\",\"when\":\"natt, klockan två\"}");
        assertThat(json(items.get(3)).path("text").asText()).isEqualTo("Res inte utan stöd. 🌙");
    }

    @Test
    void ofNobodyOfWhomThereIsNothingToTellThereIsNoName() {
        PersonRecord nothing = record(ProtectedIdentity.NONE, List.of(), List.of(), List.of());

        assertThat(NightItems.of(nothing, "night-patrol", Set.of())).isEmpty();
    }

    @Test
    void whatWasToldAndIsNoMoreEnds() {
        PersonRecord nothing = record(ProtectedIdentity.NONE, List.of(), List.of(), List.of());

        assertThat(NightItems.of(nothing, "night-patrol", Set.of("person/" + ID, "note/1", "plan/2", "contacts/" + ID)))
                .allSatisfy(item -> {
                    assertThat(item.mode()).isEqualTo(Item.Mode.END);
                    assertThat(item.content()).isEmpty();
                })
                .extracting(Item::concept)
                .containsExactlyInAnyOrder(Concept.PERSON, Concept.NOTES, Concept.PLANS, Concept.CONTACTS);
    }

    @Test
    void aDraftAWithdrawnNoteAndWhatThePatrolWroteItselfDoNotGo() {
        NoteEntry draft = note("lifecare", "1", Optional.empty(), false);
        NoteEntry withdrawn = note("lifecare", "2", Optional.of(AT), true);
        NoteEntry own = note("night-patrol", "3", Optional.of(AT), false);
        NoteEntry other = note("night-patrol-south", "4", Optional.of(AT), false);

        assertThat(NightItems.of(
                        record(ProtectedIdentity.NONE, List.of(), List.of(), List.of(draft, withdrawn, own, other)),
                        "night-patrol",
                        Set.of()))
                .extracting(Item::key)
                .containsExactly("person/" + ID, NightItems.noteKey(ID, other.source()));
    }

    @Test
    void theNameOfAProtectedPersonAndOfProtectedStaffIsWithheld() throws JsonProcessingException {
        assertThat(NightItems.of(full(ProtectedIdentity.UNKNOWN), "night-patrol", Set.of())
                        .get(0)
                        .content())
                .contains("Skyddad uppgift")
                .doesNotContain("Berg");
        assertThat(json(NightItems.of(staff(ProtectedIdentity.NONE))).toString())
                .isEqualTo("{\"name\":\"Fatuma Warsame\",\"title\":\"Undersköterska\",\"active\":true,"
                        + "\"telephones\":[\"08-465 004 00\"]}");
        assertThat(json(NightItems.of(staff(ProtectedIdentity.PROTECTED_REGISTRATION)))
                        .toString())
                .isEqualTo("{\"name\":\"Skyddad uppgift\",\"title\":\"Undersköterska\",\"active\":true}");
    }

    private static PersonRecord full(ProtectedIdentity protection) {
        Contact contact = new Contact(
                new SourceReference("lifecare", "provider_contact_personnels", "1"),
                STAFF,
                Optional.empty(),
                Optional.of(Rank.FIRST),
                Period.from(DAY));
        Plan plan = new Plan(
                PlanType.IMPLEMENTATION_PLAN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DAY,
                Optional.empty(),
                new Plan.Participation(true, Optional.empty()),
                new Plan.FollowUp(DAY.plusMonths(6), Optional.empty()),
                List.of(),
                List.of(new PlanActivity(
                        "Tillsyn",
                        Optional.empty(),
                        Optional.of(new FreeText("natt, klockan två")),
                        Optional.empty(),
                        Period.from(DAY))),
                Optional.empty(),
                List.of());
        PlanEntry entry = new PlanEntry(
                new SourceReference("lifecare", "service_plans", "5"),
                plan,
                Optional.empty(),
                Optional.empty(),
                PlanEntry.State.IN_FORCE,
                Optional.empty());
        return record(
                protection, List.of(contact), List.of(entry), List.of(note("lifecare", "6", Optional.of(AT), false)));
    }

    private static NoteEntry note(String system, String id, Optional<Instant> signed, boolean withdrawn) {
        JournalNote note = new JournalNote(
                NoteKind.RISK,
                AT,
                AT,
                signed,
                Optional.empty(),
                new PersonName("", "Fatuma Warsame"),
                "",
                new FreeText("Res inte utan stöd. 🌙"),
                false,
                Optional.empty(),
                withdrawn,
                Law.SOL);
        return new NoteEntry(new SourceReference(system, "notes", id), note, Optional.empty(), withdrawn);
    }

    private static StaffRecord staff(ProtectedIdentity protection) {
        return new StaffRecord(
                STAFF,
                "0127",
                new StaffMember(
                        new PersonName("Fatuma", "Warsame"),
                        Optional.empty(),
                        "Undersköterska",
                        List.of(
                                new ContactPoint(
                                        ContactPoint.Medium.PHONE, ContactPoint.Use.WORK, "08-465 004 00", false),
                                new ContactPoint(
                                        ContactPoint.Medium.PHONE, ContactPoint.Use.WORK, "08-465 004 01", true)),
                        true),
                protection,
                true,
                List.of(),
                List.of(),
                List.of());
    }

    private static PersonRecord record(
            ProtectedIdentity protection, List<Contact> contacts, List<PlanEntry> plans, List<NoteEntry> notes) {
        return new PersonRecord(
                ID,
                "0127",
                new Person(
                        IdentityNumbers.parse("189002029800").orElseThrow(),
                        new PersonName("Gerda", "Berg"),
                        protection,
                        List.of(),
                        List.of(),
                        true,
                        Optional.empty()),
                true,
                Optional.empty(),
                contacts,
                List.of(),
                List.of(),
                List.of(),
                plans,
                notes,
                List.of());
    }

    private static JsonNode json(Item item) throws JsonProcessingException {
        return JSON.readTree(item.content());
    }
}
