package se.omsorgsbron.sandbox.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.omsorgsbron.sandbox.check.Assignments.Assignment;
import se.omsorgsbron.sandbox.check.TeamHistory.Member;

/** The permanent contacts in a team: person 1, person 2, those who were before, and the ranks that nobody holds. */
final class ContactMembers {
    private static final List<Integer> RANKS = List.of(1, 2);

    private final Scope scope;
    private final Claims claims;
    private final Citizen citizen;
    private final Assignments assignments;
    private final TeamHistory history;
    private final Map<String, Integer> ranks;
    private final Set<String> seen = new HashSet<>();
    private final Set<Integer> vacant = new HashSet<>();
    private final Set<String> kept = new HashSet<>();

    ContactMembers(Scope scope, Claims claims, Citizen citizen, Assignments assignments) {
        this.scope = scope;
        this.claims = claims;
        this.citizen = citizen;
        this.assignments = assignments;
        this.history = new TeamHistory(claims.resource(), scope);
        this.ranks = ContactRanks.settle(assignments.forRanking(), history.ranks());
    }

    /** Ids of the staff that hold a rank today, person 1 first. */
    List<String> ranked() {
        var staff = new ArrayList<String>();
        RANKS.forEach(rank -> ranks.forEach((id, held) -> {
            if (held.equals(rank)) {
                staff.add(id);
            }
        }));
        return staff;
    }

    void check() {
        for (int i = 0; i < Json.list(claims.resource(), "participant").size(); i++) {
            String path = "participant[" + i + "]";
            if (Shape.isContact(claims.at(path))) {
                member(path);
            }
        }
        assignments.ongoing().keySet().stream()
                .filter(staff -> !seen.contains(staff))
                .forEach(staff -> claims.findings().add("participant", "an active contact personnel:" + staff, ""));
        if (citizen.inCare()) {
            RANKS.stream()
                    .filter(rank -> !ranks.containsValue(rank) && !vacant.contains(rank))
                    .forEach(rank -> claims.findings().add("participant", "a vacancy of rank " + rank, ""));
        }
        history.contactsBefore().stream()
                .filter(member -> !kept.contains(member.who() + " " + member.start()) && !dated(member))
                .forEach(member -> claims.findings().add("participant", "former contact " + member.who(), ""));
    }

    /** Somebody who is a contact still, for whom a supplement has meanwhile said another first day. */
    private boolean dated(TeamHistory.Member member) {
        return member.active()
                && assignments.ongoing().entrySet().stream()
                        .anyMatch(ongoing -> TeamHistory.staff(ongoing.getKey()).equals(member.who())
                                && ongoing.getValue().start().isPresent());
    }

    private void member(String path) {
        String reference = claims.value(path + ".member.reference");
        if (reference.isEmpty()) {
            vacancy(path);
            return;
        }
        var self = TeamHistory.member(claims.at(path), scope);
        kept.add(self.who() + " " + self.start());
        claims.allow(path + ".member.reference");
        claims.equal(path + ".member.type", reference.replaceFirst("/.*", ""));
        if (self.active()) {
            active(path, self, reference);
        } else {
            ended(path, self);
        }
    }

    private void active(String path, Member self, String reference) {
        String staff = scope.staff(reference).orElse("");
        Assignment assignment = assignments.ongoing().get(staff);
        if (assignment == null || !seen.add(staff)) {
            claims.findings().add(path, "no such active contact", self.who());
            claims.allow(path);
            return;
        }
        // The unit tells where a person lives, so a protected person's contact is named without it.
        String right = citizen.isProtected()
                ? "Practitioner/" + scope.ids().practitioner(staff)
                : "PractitionerRole/" + scope.ids().role(staff, assignment.unit());
        claims.equal(path + ".member.reference", right);
        roleAndRank(path, ranks.getOrDefault(staff, 0));
        Days.claim(claims, path + ".period.start", assignment.start(), history.starts(self.who()), history.written());
    }

    private void ended(String path, Member self) {
        String staff = scope.staff(claims.value(path + ".member.reference")).orElse("");
        boolean explained = assignments.former().contains(staff)
                || history.starts(self.who()).contains(self.start());
        if (!explained) {
            claims.findings().add(path, "no such former contact", self.who());
        }
        roleAndRank(path, history.rank(self.who(), self.start()).orElse(self.rank()));
        var assignment = assignments.of(staff);
        Days.claim(
                claims,
                path + ".period.start",
                assignment.flatMap(Assignment::start),
                history.starts(self.who()),
                history.written());
        if (self.end().equals("unknown")) {
            // The person is out of care, and the record of the contact still stands in Lifecare.
            claims.absent(path + ".period._end", "unknown");
            if (citizen.inCare() || assignment.isEmpty()) {
                claims.findings().add(path + ".period.end", "a day", "unknown");
            }
            return;
        }
        Days.claim(
                claims,
                path + ".period.end",
                assignment.flatMap(Assignment::until),
                history.ends(self.who(), self.start()),
                history.written());
    }

    private void vacancy(String path) {
        int rank = TeamHistory.rank(claims.at(path));
        boolean open = citizen.inCare() && RANKS.contains(rank) && !ranks.containsValue(rank) && vacant.add(rank);
        if (!open) {
            claims.findings().add(path, "no vacancy of that rank", "one of rank " + rank);
            claims.allow(path);
            return;
        }
        roleAndRank(path, rank);
        String reason = assignments.vacancy();
        claims.absent(path + ".member", reason);
        claims.equal(path + ".member.display", Shape.VACANCIES.get(reason));
        if (reason.equals("not-applicable")) {
            assignments.exemption().ifPresent(why -> {
                String extension = claims.extension(path, Shape.CONTACT_EXEMPTION);
                claims.concept(extension + ".valueCodeableConcept", List.of(Shape.EXEMPTION_REASON + "|" + why));
            });
        }
    }

    private void roleAndRank(String path, int rank) {
        claims.concept(path + ".role[0]", Shape.contactRoles(rank));
        claims.equal(path + ".role[0].text", Shape.contactText(rank));
        if (rank > 0) {
            claims.equal(claims.extension(path, Shape.CONTACT_RANK) + ".valuePositiveInt", Integer.toString(rank));
        }
    }
}
