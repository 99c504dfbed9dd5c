package se.omsorgsbron.primarycare.fhir.source.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.primarycare.fhir.source.Words;

/** What primary care's Communications and CareTeams are read as: full, empty and odd. */
class ReadersTest {
    private static final ReadingContext CONTEXT = ReadingContext.ofSent("primary-care", LocalDate.of(2026, 11, 25));

    @Example
    void aFullNoteIsReadWholeAndWhatIsNotReadIsListed() {
        Mapped<Written> mapped = CommunicationReader.read(Words.note("n1"), CONTEXT);

        Written.Note written = (Written.Note) value(mapped);
        JournalNote note = written.note();
        assertThat(note.kind()).isEqualTo(NoteKind.DAILY);
        assertThat(note.occurred()).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
        assertThat(note.written()).isEqualTo(Instant.parse("2026-11-24T09:15:00Z"));
        assertThat(note.signed()).contains(note.written());
        assertThat(note.author().orElseThrow().value()).isEqualTo("SE165565594230-1003");
        assertThat(note.authorName().full()).isEqualTo("Disa Eva Lund");
        assertThat(note.authorTitle()).isEqualTo("distriktssköterska");
        assertThat(note.text().value()).isEqualTo("Såret läks.\n\nÅter på fredag. 😀");
        assertThat(note.corrects())
                .contains(value(CommunicationReader.read(Words.note("earlier"), CONTEXT))
                        .source());
        assertThat(note.law()).isEqualTo(Law.HSL);
        assertThat(note.followUpWanted()).isFalse();
        assertThat(mapped.unused()).containsExactlyInAnyOrder("meta.lastUpdated", "meta.versionId", "priority");
        assertThat(written.source().id()).doesNotContain("n1");
    }

    @Example
    void aTeamGivesItsPermanentContactsAndNobodyElse() {
        Mapped<Written> mapped = CareTeamReader.read(Words.team("t1"), CONTEXT);

        List<TeamMember> members = ((Written.Team) value(mapped)).members();
        assertThat(members)
                .extracting(TeamMember::role)
                .containsExactly(TeamRole.PERMANENT_HEALTH_CARE_CONTACT, TeamRole.PERMANENT_PHYSICIAN_CONTACT);
        assertThat(members.get(1).relation()).isEqualTo("läkare, Vårdcentralen Ek");
        assertThat(members.get(1).telecoms()).extracting(ContactPoint::value).containsExactly("08-000 00 00");
        assertThat(mapped.unused()).contains("participant[2].member.display", "contained[0].telecom[1].value", "name");
    }

    @Example
    void aContactIsOverAfterItsLastDayAndATeamThatIsInactiveHasNobody() {
        ObjectNode team = Words.team("t1");
        ((ObjectNode) team.at("/participant/0/period")).put("end", "2026-11-24");
        assertThat(((Written.Team) value(CareTeamReader.read(team, CONTEXT))).members())
                .hasSize(1);
        ((ObjectNode) team.at("/participant/0/period")).put("end", "2026-11-25");
        assertThat(((Written.Team) value(CareTeamReader.read(team, CONTEXT))).members())
                .hasSize(2);
        team.put("status", "inactive");
        assertThat(((Written.Team) value(CareTeamReader.read(team, CONTEXT))).members())
                .isEmpty();
        team.put("status", "active");
        ((ObjectNode) team.at("/participant/0/period"))
                .put("start", "2026-12-01")
                .remove("end");
        assertThat(fields(CareTeamReader.read(team, CONTEXT))).containsExactly("participant[0].period.start");
    }

    @Example
    void anEmptyOneTellsAllThatIsMissingAtOnce() {
        assertThat(fields(CommunicationReader.read(Words.json("{'resourceType': 'Communication'}"), CONTEXT)))
                .containsExactly("identifier", "status", "category", "sent", "sender", "payload");
        assertThat(fields(CareTeamReader.read(Words.json("{'resourceType': 'CareTeam'}"), CONTEXT)))
                .containsExactly("identifier", "participant");
    }

    @Example
    void aLabelThatThePersonMayNotSeeItIsKeptAndAnyOtherIsAProblem() {
        ObjectNode note = Words.note("n1");
        ObjectNode label = (ObjectNode) note.at("/meta/security/0");
        label.put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode").put("code", "NOPAT");
        assertThat(((Written.Note) value(CommunicationReader.read(note, CONTEXT))).notForPatient())
                .isTrue();
        label.put("code", "PSY");
        assertThat(fields(CommunicationReader.read(note, CONTEXT))).containsExactly("meta.security");
    }

    @Example
    void aQuestionWantsAnAnswer() {
        ObjectNode note = Words.note("n1");
        ((ObjectNode) note.at("/category/0/coding/0")).put("code", "officer-contact");
        assertThat(((Written.Note) value(CommunicationReader.read(note, CONTEXT)))
                        .note()
                        .followUpWanted())
                .isTrue();
    }

    @Property(tries = 300)
    void whateverIsLeftOutEveryPopulatedFieldIsUsedOrListed(@ForAll long seed, @ForAll boolean aNote) {
        ObjectNode whole = aNote ? Words.note("n1") : Words.team("t1");
        Set<String> used = new HashSet<>(Leaves.of(whole));
        used.removeAll(read(whole, aNote).unused());
        List<String> names = new ArrayList<>();
        whole.fieldNames().forEachRemaining(names::add);
        Random random = new Random(seed);
        Collections.shuffle(names, random);
        whole.remove(names.subList(0, random.nextInt(6)));
        whole.set("neverHeardOf", Words.json("{'of': [1, true]}"));

        Mapped<Written> mapped = read(whole, aNote);

        Set<String> told = new HashSet<>(mapped.unused());
        assertThat(told).contains("neverHeardOf.of[0]", "neverHeardOf.of[1]");
        assertThat(told).allMatch(path -> Leaves.of(whole).contains(path));
        told.addAll(used);
        assertThat(told).containsAll(Leaves.of(whole));
    }

    @Property(tries = 300)
    void oddTextsAreTakenWholeOrAProblemThatDoesNotRepeatThem(@ForAll String text) {
        ObjectNode note = Words.note("n1");
        ((ObjectNode) note.at("/payload/0")).put("contentString", text);
        note.putArray("payload").addObject().put("contentString", text);
        note.putObject("sender").put("display", text);

        Mapped<Written> mapped = CommunicationReader.read(note, CONTEXT);

        if (mapped instanceof Mapped.Value<Written> value) {
            assertThat(((Written.Note) value.value()).note().text().value()).isEqualTo(text);
        } else {
            List<Problem> problems = ((Mapped.Rejected<Written>) mapped).problems();
            assertThat(problems).extracting(Problem::field).isSubsetOf("payload", "sender", "sender.display");
            assertThat(text.length() > 20 && problems.toString().contains(text)).isFalse();
        }
    }

    private static Mapped<Written> read(JsonNode json, boolean aNote) {
        return aNote ? CommunicationReader.read(json, CONTEXT) : CareTeamReader.read(json, CONTEXT);
    }

    private static Written value(Mapped<Written> mapped) {
        assertThat(mapped).isInstanceOf(Mapped.Value.class);
        return ((Mapped.Value<Written>) mapped).value();
    }

    private static List<String> fields(Mapped<Written> mapped) {
        return ((Mapped.Rejected<Written>) mapped)
                .problems().stream().map(Problem::field).toList();
    }
}
