package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is a person's permanent contact today, according to Lifecare and the supplements. */
final class Assignments {
    private final CaseFile file;
    private final Citizen citizen;
    private final Map<String, Assignment> byStaff = new LinkedHashMap<>();

    /**
     * A contact of today.
     *
     * @param record id of the record in Lifecare
     * @param staff id of the member of staff
     * @param unit id of the unit
     * @param rank a supplement's rank
     * @param start a supplement's first day
     * @param until a supplement's last day
     */
    record Assignment(
            long record,
            String staff,
            String unit,
            Optional<Integer> rank,
            Optional<LocalDate> start,
            Optional<LocalDate> until) {}

    Assignments(CaseFile file, Citizen citizen) {
        this.file = file;
        this.citizen = citizen;
        for (JsonNode record : file.contactRecords(citizen)) {
            file.staffByNumber(Json.text(record, "PersonnelPersonId")).ifPresent(staff -> {
                String id = Json.text(record, "Id");
                var line = file.supplements("contact:" + id, "rank").stream().reduce((first, last) -> last);
                var assignment = new Assignment(
                        record.path("Id").asLong(),
                        Json.text(staff, "Id"),
                        Json.text(record, "ProviderUnitId"),
                        line.map(supplement -> supplement.value().equals("second") ? 2 : 1),
                        line.flatMap(Supplement::date),
                        line.flatMap(Supplement::until));
                byStaff.putIfAbsent(assignment.staff(), assignment);
            });
        }
    }

    /** The contacts that go on today; none of a person who is not in care. */
    Map<String, Assignment> ongoing() {
        var ongoing = new LinkedHashMap<>(byStaff);
        ongoing.values()
                .removeIf(assignment -> assignment
                        .until()
                        .map(until -> until.isBefore(file.today()))
                        .orElse(false));
        return citizen.inCare() ? ongoing : Map.of();
    }

    /** The staff that Lifecare or a supplement says were contacts and no longer are. */
    Set<String> former() {
        var former = new HashSet<String>();
        file.formerStaffNumbers(citizen)
                .forEach(number -> file.staffByNumber(number).ifPresent(staff -> former.add(Json.text(staff, "Id"))));
        byStaff.keySet().stream().filter(staff -> !ongoing().containsKey(staff)).forEach(former::add);
        return former;
    }

    Optional<Assignment> of(String staff) {
        return Optional.ofNullable(byStaff.get(staff));
    }

    /** The contacts in the form in which ranks are settled. */
    List<ContactRanks.Contact> forRanking() {
        var contacts = new ArrayList<ContactRanks.Contact>();
        ongoing()
                .values()
                .forEach(assignment -> contacts.add(
                        new ContactRanks.Contact(assignment.record(), assignment.staff(), assignment.rank())));
        return contacts;
    }

    /** Why a rank is vacant: the code of the data-absent-reason. */
    String vacancy() {
        if (inForce("exempted")) {
            return "not-applicable";
        }
        return inForce("declined") ? "asked-declined" : "temp-unknown";
    }

    private boolean inForce(String kind) {
        return file.supplements(citizen.label(), kind).stream().anyMatch(line -> line.holds(file.today()));
    }

    /** The reason of the latest exemption. */
    Optional<String> exemption() {
        return file.supplements(citizen.label(), "exempted").stream()
                .max(Comparator.comparing(line -> line.date().orElse(LocalDate.MIN)))
                .map(Supplement::value);
    }
}
