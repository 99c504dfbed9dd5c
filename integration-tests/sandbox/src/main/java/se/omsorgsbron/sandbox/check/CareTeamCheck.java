package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** A person's team: one CareTeam per person and municipality. */
final class CareTeamCheck {
    private final Scope scope;

    CareTeamCheck(Scope scope) {
        this.scope = scope;
    }

    void check(Citizen citizen) {
        if (!scope.file().concerns(citizen) || !scope.disclosed(citizen).contacts()) {
            return; // a team that stands nevertheless is explained by nothing
        }
        String id = scope.ids().team(citizen.id());
        Optional<JsonNode> found = scope.one("CareTeam", id);
        if (found.isEmpty() && citizen.inCare()) {
            scope.missing(citizen.label(), "CareTeam", id, "the person's team");
        }
        found.ifPresent(team -> compare(citizen, team));
    }

    private void compare(Citizen citizen, JsonNode team) {
        Claims claims = new Claims(team, scope.findings(citizen.label(), Scope.reference(team)));
        Shape.header(claims, Shape.TEAM, citizen.labels());
        Shape.ownIdentifier(claims);
        claims.equal("status", citizen.inCare() ? "active" : "inactive");
        claims.concept("category[0]", List.of(Shape.FIXED_CONTACT));
        claims.equal("name", Shape.TEAM_NAME);
        scope.patient(claims, "subject", citizen);
        start(claims, citizen);
        if (!citizen.inCare()) {
            end(claims, citizen);
        }
        var assignments = new Assignments(scope.file(), citizen);
        var contacts = new ContactMembers(scope, claims, citizen, assignments);
        contacts.check();
        new OtherMembers(scope, claims, citizen).check();
        managingOrganization(claims, citizen, contacts, assignments);
        claims.done();
    }

    /** From the first contact, else from the first day that services were given. */
    private void start(Claims claims, Citizen citizen) {
        Optional<LocalDate> day = days(claims, "start", (one, other) -> one.isBefore(other) ? one : other)
                .or(() -> scope.file().of(citizen, "executions").stream()
                        .flatMap(execution -> Times.day(execution, "StartDate").stream())
                        .min(LocalDate::compareTo));
        day.ifPresentOrElse(
                first -> claims.equal("period.start", first.toString()),
                () -> claims.absent("period._start", "unknown"));
    }

    /** To the last contact's last day, else to the deregistration; a day before the start is not told. */
    private void end(Claims claims, Citizen citizen) {
        Optional<LocalDate> last = days(claims, "end", (one, other) -> one.isAfter(other) ? one : other)
                .or(() -> Times.day(citizen.client().path("Deregistration"), "Date"))
                .filter(day -> Times.day(claims.value("period.start"))
                        .map(first -> !day.isBefore(first))
                        .orElse(true));
        last.ifPresentOrElse(
                day -> claims.equal("period.end", day.toString()), () -> claims.absent("period._end", "unknown"));
    }

    /** The contacts' days stand in the team; whether they are right is another check. */
    private static Optional<LocalDate> days(Claims claims, String end, BinaryOperator<LocalDate> choice) {
        Stream<JsonNode> participants = Json.list(claims.resource(), "participant").stream();
        return participants
                .flatMap(participant -> Times.day(participant.path("period"), end).stream())
                .reduce(choice);
    }

    private void managingOrganization(
            Claims claims, Citizen citizen, ContactMembers contacts, Assignments assignments) {
        // The unit tells where a person lives.
        Optional<String> unit = citizen.isProtected() ? Optional.empty() : unit(citizen, contacts, assignments);
        scope.organization(claims, "managingOrganization[0]", unit);
    }

    /** The first-ranked contact's unit, else where the latest home care is carried out. */
    private Optional<String> unit(Citizen citizen, ContactMembers contacts, Assignments assignments) {
        return contacts.ranked().stream()
                .flatMap(staff -> assignments.of(staff).stream())
                .map(Assignments.Assignment::unit)
                .filter(unit -> scope.file().unit(unit).isPresent())
                .findFirst()
                .or(() -> CaseFile.latest(scope.file().homeCare(citizen), "StartDate")
                        .flatMap(execution -> Json.find(execution, "ProviderUnit", "Id")))
                .filter(unit -> scope.file().unit(unit).isPresent());
    }
}
