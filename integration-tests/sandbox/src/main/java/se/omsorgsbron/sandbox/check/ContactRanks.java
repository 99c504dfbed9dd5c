package se.omsorgsbron.sandbox.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who is person 1 and who person 2. Lifecare does not say, so the rule does: a supplement's word first; a holder keeps the rank;
 * a free rank goes to who was seen first, then to the lowest record id. What was seen when is told by the versions of the team.
 */
final class ContactRanks {
    private static final int RANKS = 2;

    private ContactRanks() {}

    /**
     * A contact of today.
     *
     * @param record Lifecare's id of the record
     * @param staff id of the member of staff
     * @param supplement rank that a supplement gives
     */
    record Contact(long record, String staff, Optional<Integer> supplement) {}

    /**
     * Settles the ranks.
     *
     * @param today the contacts of today, each member of staff once
     * @param versions per version of the team, oldest first, the active contacts in it: staff id to rank, 0 for none
     * @return rank by staff id; a contact without one is missing
     */
    static Map<String, Integer> settle(List<Contact> today, List<Map<String, Integer>> versions) {
        var byStaff = new HashMap<String, Contact>();
        today.forEach(contact -> byStaff.put(contact.staff(), contact));
        var steps = new ArrayList<>(versions);
        var now = new HashMap<String, Integer>();
        today.forEach(contact -> now.put(contact.staff(), 0));
        steps.add(now);
        Map<Integer, String> holders = new TreeMap<>();
        var seen = new ArrayList<String>();
        for (Map<String, Integer> step : steps) {
            holders.values().removeIf(staff -> !step.containsKey(staff));
            seen.removeIf(staff -> !step.containsKey(staff));
            // For somebody who is no contact any more only the version itself can tell the rank.
            step.forEach((staff, rank) -> {
                if (rank > 0 && !byStaff.containsKey(staff)) {
                    holders.put(rank, staff);
                }
            });
            step.keySet().stream()
                    .filter(byStaff::containsKey)
                    .filter(staff -> !seen.contains(staff))
                    .sorted(Comparator.comparingLong(staff -> byStaff.get(staff).record()))
                    .forEach(seen::add);
            assign(holders, seen, byStaff);
        }
        var ranks = new HashMap<String, Integer>();
        holders.forEach((rank, staff) -> ranks.put(staff, rank));
        return ranks;
    }

    private static void assign(Map<Integer, String> holders, List<String> seen, Map<String, Contact> byStaff) {
        for (String staff : seen) {
            byStaff.get(staff).supplement().ifPresent(rank -> {
                holders.values().remove(staff);
                holders.put(rank, staff);
            });
        }
        for (String staff : seen) {
            for (int rank = 1; rank <= RANKS && !holders.containsValue(staff); rank++) {
                holders.putIfAbsent(rank, staff);
            }
        }
    }
}
