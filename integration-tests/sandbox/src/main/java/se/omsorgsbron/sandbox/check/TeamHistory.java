package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The earlier versions of a team. Lifecare does not tell since when somebody is a contact, nor who was one before: the team's own
 * past does, since what was written once must not change.
 */
final class TeamHistory {
    private static final String STAFF = "personnel:";

    private final List<List<Member>> earlier = new ArrayList<>();
    private final LocalDate written;

    /**
     * A member in one version.
     *
     * @param who {@code personnel:<Id>} for a contact, {@code vacancy:<rank>}, or what tells another member apart
     * @param rank 1, 2 or 0 for none
     * @param start first day, as written
     * @param end last day, empty while active
     */
    record Member(String who, int rank, String start, String end) {
        boolean active() {
            return end.isEmpty();
        }

        boolean isContact() {
            return who.startsWith(STAFF);
        }
    }

    TeamHistory(JsonNode team, Scope scope) {
        List<Version> versions = scope.care().effectiveHistory(Scope.reference(team));
        for (Version version : versions) {
            version.resource()
                    .ifPresent(resource -> earlier.add(Json.list(resource, "participant").stream()
                            .map(participant -> member(participant, scope))
                            .toList()));
        }
        if (!earlier.isEmpty()) {
            earlier.remove(earlier.size() - 1);
        }
        this.written = versions.isEmpty()
                ? scope.file().today()
                : Times.day(versions.get(versions.size() - 1).when());
    }

    /** What a participant is called here. */
    static Member member(JsonNode participant, Scope scope) {
        String reference = Json.text(participant, "member", "reference");
        int rank = rank(participant);
        String who;
        if (!Shape.isContact(participant)) {
            who = "other:" + reference;
        } else if (reference.isEmpty()) {
            who = "vacancy:" + rank;
        } else {
            who = STAFF + scope.staff(reference).orElse(reference);
        }
        JsonNode period = participant.path("period");
        // A day that nobody knows: ended all the same.
        String end = period.has("_end") ? "unknown" : Json.text(period, "end");
        return new Member(who, rank, Json.text(period, "start"), end);
    }

    static String staff(String id) {
        return STAFF + id;
    }

    static int rank(JsonNode participant) {
        return Json.list(participant, "extension").stream()
                .filter(extension -> Json.text(extension, "url").equals(Shape.CONTACT_RANK))
                .mapToInt(extension -> extension.path("valuePositiveInt").asInt(0))
                .findFirst()
                .orElse(0);
    }

    /** Per earlier version the active contacts: id of the member of staff to rank. */
    List<Map<String, Integer>> ranks() {
        var ranks = new ArrayList<Map<String, Integer>>();
        for (List<Member> version : earlier) {
            var active = new HashMap<String, Integer>();
            version.stream()
                    .filter(member -> member.isContact() && member.active())
                    .forEach(member -> active.put(member.who().substring(STAFF.length()), member.rank()));
            ranks.add(active);
        }
        return ranks;
    }

    /** The day on which the version that stands now was written. */
    LocalDate written() {
        return written;
    }

    private Stream<Member> earlier(String who) {
        return earlier.stream()
                .flatMap(List::stream)
                .filter(member -> member.who().equals(who));
    }

    /** The first days under which that member stood as active before. */
    Set<String> starts(String who) {
        return earlier(who).filter(Member::active).map(Member::start).collect(Collectors.toSet());
    }

    /** The last days under which that membership stood as ended before. */
    Set<String> ends(String who, String start) {
        return earlier(who)
                .filter(member -> !member.active() && member.start().equals(start))
                .map(Member::end)
                .collect(Collectors.toSet());
    }

    /** The contacts of the version before this one. */
    List<Member> contactsBefore() {
        return earlier.isEmpty()
                ? List.of()
                : earlier.get(earlier.size() - 1).stream()
                        .filter(Member::isContact)
                        .toList();
    }

    /** The rank that a membership had before. */
    Optional<Integer> rank(String who, String start) {
        return earlier(who)
                .filter(member -> member.start().equals(start))
                .map(Member::rank)
                .findFirst();
    }
}
