package se.omsorgsbron.primarycare.fhir.source.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.HealthCareWords;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.fhir.Canonicals;
import se.omsorgsbron.fhir.mapping.Code;
import se.omsorgsbron.fhir.mapping.Codes;

/**
 * A CareTeam of primary care's own as members of the person's team: those with role fast vårdkontakt (1) or fast läkarkontakt (2) of
 * the national code system. Everybody else in it is left to primary care.
 */
public final class CareTeamReader {
    private static final Set<TeamRole> ROLES =
            Set.of(TeamRole.PERMANENT_HEALTH_CARE_CONTACT, TeamRole.PERMANENT_PHYSICIAN_CONTACT);
    private static final Set<String> OVER = Set.of("inactive", "suspended");

    private CareTeamReader() {}

    /** What was written, or all that is wrong with it. */
    public static Mapped<Written> read(JsonNode team, ReadingContext context) {
        Fields fields = Fields.of(team);
        Optional<SourceReference> source = Common.source(fields, HealthCareWords.TEAMS, context);
        Common.subject(fields);
        if (Common.notForPatient(fields, team)) {
            fields.report(
                    Reason.LABEL_NOT_CARRIED,
                    "meta.security",
                    "not for the person's eyes",
                    "none: a team cannot bear it");
        }
        String status = fields.text("status").orElse("active");
        if (status.equals("entered-in-error")) {
            return fields.mapped(() -> new Written.Withdrawn(source.orElseThrow()));
        }
        boolean over = OVER.contains(status) || ended(fields, context);
        if (!over && !status.equals("active")) {
            fields.report(Reason.UNKNOWN_CODE, "status", "another", "active, inactive, suspended or entered-in-error");
        }
        List<TeamMember> members = members(fields, context);
        if (members.size() > Written.Team.MOST) {
            fields.report(Reason.NOT_JSON, "participant", members.size() + " contacts", "at most " + Written.Team.MOST);
        }
        return fields.mapped(() -> new Written.Team(source.orElseThrow(), over ? List.of() : members));
    }

    /** Whether anybody in it is a permanent contact. */
    public static boolean addressed(JsonNode team) {
        for (JsonNode participant : team.path("participant")) {
            for (JsonNode role : participant.path("role")) {
                for (JsonNode coding : role.path("coding")) {
                    if (role(coding.path("system").asText(), coding.path("code").asText())
                            .isPresent()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<TeamMember> members(Fields fields, ReadingContext context) {
        List<TeamMember> members = new ArrayList<>();
        boolean any = false;
        for (Fields participant : fields.children("participant")) {
            Optional<TeamRole> role = participant.children("role").stream()
                    .flatMap(concept -> concept.children("coding").stream())
                    .flatMap(coding -> role(
                            coding.text("system").orElse(""),
                            coding.text("code").orElse(""))
                            .stream())
                    .findFirst();
            any |= role.isPresent();
            if (role.isPresent() && !ended(participant, context)) {
                members.add(member(participant, fields, role.get(), context));
            }
        }
        if (!any) {
            fields.report(
                    Reason.MISSING_FIELD,
                    "participant",
                    "nobody who is a permanent contact",
                    "one with role 1 or 2 of " + Canonicals.CONTACT_KIND);
        }
        return members;
    }

    private static Optional<TeamRole> role(String system, String code) {
        return Codes.ROLE.toDomain(new Code(system, code)).filter(ROLES::contains);
    }

    private static TeamMember member(Fields participant, Fields whole, TeamRole role, ReadingContext context) {
        Optional<Someone> who = participant.child("member").map(member -> Someone.of(member, whole, context));
        if (who.map(someone -> someone.name().full().isEmpty()).orElse(true)) {
            participant.report(
                    Reason.MISSING_FIELD,
                    "member",
                    "nobody's name",
                    "member.display, or a contained Practitioner or PractitionerRole that has the name");
        }
        String unit = participant
                .child("onBehalfOf")
                .map(of -> Someone.of(of, whole, context).name().full())
                .orElse("");
        return who.map(someone ->
                        new TeamMember(role, someone.name(), Someone.joined(someone.title(), unit), someone.telecoms()))
                .orElse(new TeamMember(role, new PersonName("", ""), unit, List.of()));
    }

    /** Whether its period has ended. One that has not begun is nobody's contact yet, and nobody would look again on that day. */
    private static boolean ended(Fields fields, ReadingContext context) {
        Optional<Fields> period = fields.child("period");
        Optional<LocalDate> start = period.flatMap(of -> day(of, "start", false));
        Optional<LocalDate> end = period.flatMap(of -> day(of, "end", true));
        if (start.map(day -> day.isAfter(context.today())).orElse(false)) {
            period.orElseThrow()
                    .report(Reason.NOT_A_DATE, "start", "a day to come", "today or earlier: send it when it begins");
        }
        return end.map(day -> day.isBefore(context.today())).orElse(false);
    }

    /** The day of a FHIR dateTime; of a month or a year alone, its first or its last. */
    private static Optional<LocalDate> day(Fields period, String name, boolean last) {
        return period.text(name).flatMap(text -> {
            try {
                if (text.length() >= 10) {
                    return Optional.of(LocalDate.parse(text.substring(0, 10)));
                }
                YearMonth month = text.length() == 4
                        ? YearMonth.of(Integer.parseInt(text), last ? 12 : 1)
                        : YearMonth.parse(text);
                return Optional.of(last ? month.atEndOfMonth() : month.atDay(1));
            } catch (DateTimeException | NumberFormatException noDay) {
                period.report(Reason.NOT_A_DATE, name, text.length() + " characters", "a date such as 2026-11-24");
                return Optional.empty();
            }
        });
    }
}
