package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One municipality's records, put in the order in which the checks ask for them. Records that cannot be read are left out. */
final class CaseFile {
    private final CaseSystem source;
    private final TownFiles.Municipality tables;
    private final List<Supplement> supplements;
    private final LocalDate today;
    private final Map<String, List<JsonNode>> readable = new HashMap<>();
    private final Map<String, Citizen> byNumber = new LinkedHashMap<>();
    private final Map<String, JsonNode> staffByNumber;
    private final Map<String, JsonNode> staffById;
    private final Map<String, JsonNode> staffBySignature;
    private final Map<String, JsonNode> units;
    private final Map<String, JsonNode> executions;

    CaseFile(CaseSystem source, TownFiles town, LocalDate today) {
        this.source = source;
        this.tables = town.municipalities().get(source.municipality());
        this.supplements = town.supplements().stream()
                .filter(line -> line.municipality().equals(source.municipality()))
                .toList();
        this.today = today;
        Stream.concat(
                        source.all("clients").stream().sorted(byId()),
                        source.departed().stream().sorted(byId()))
                .forEach(client -> IdentityNumbers.system(Json.text(client, "PersonId"))
                        .ifPresent(system -> byNumber.putIfAbsent(
                                Json.text(client, "PersonId"),
                                Citizen.of(source.municipality(), client, system, today))));
        this.staffByNumber = index("personnel", node -> Json.text(node, "PersonId"));
        this.staffById = index("personnel", node -> Json.text(node, "Id"));
        this.staffBySignature = index("personnel", node -> Json.text(node, "Signature"));
        this.units = index("provider_units", node -> Json.text(node, "Id"));
        this.executions = index("executions", node -> Json.text(node, "Id"));
    }

    private Map<String, JsonNode> index(String list, Function<JsonNode, String> key) {
        var index = new LinkedHashMap<String, JsonNode>();
        records(list).forEach(node -> index.putIfAbsent(key.apply(node), node));
        return index;
    }

    /** By number where ids are numbers, else by text. */
    static Comparator<JsonNode> byId() {
        return Comparator.<JsonNode>comparingLong(node -> node.path("Id").asLong())
                .thenComparing(node -> Json.text(node, "Id"));
    }

    /** The readable records of that list, in order of id. */
    List<JsonNode> records(String list) {
        return readable.computeIfAbsent(list, this::read);
    }

    private List<JsonNode> read(String list) {
        return source.all(list).stream()
                .filter(node -> Legible.is(list, node))
                .sorted(byId())
                .toList();
    }

    String municipality() {
        return source.municipality();
    }

    TownFiles.Municipality tables() {
        return tables;
    }

    LocalDate today() {
        return today;
    }

    /** Everybody with a valid number; those who were deleted in Lifecare come last and are not in care. */
    List<Citizen> citizens() {
        return List.copyOf(byNumber.values());
    }

    Optional<Citizen> citizen(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    Optional<JsonNode> staffByNumber(String number) {
        return Optional.ofNullable(staffByNumber.get(number));
    }

    Optional<JsonNode> staffById(String id) {
        return Optional.ofNullable(staffById.get(id));
    }

    Optional<JsonNode> staffBySignature(String signature) {
        return Optional.ofNullable(staffBySignature.get(signature));
    }

    List<JsonNode> staff() {
        return List.copyOf(staffById.values());
    }

    Optional<JsonNode> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    List<JsonNode> units() {
        return List.copyOf(units.values());
    }

    Optional<JsonNode> execution(String id) {
        return Optional.ofNullable(executions.get(id));
    }

    /** The person's records in that list, oldest id first. */
    List<JsonNode> of(Citizen citizen, String list) {
        return records(list).stream()
                .filter(node -> Json.text(node, "PersonId").equals(citizen.number()))
                .toList();
    }

    /** The records of contacts that name this person, deleted ones left out. */
    List<JsonNode> contactRecords(Citizen citizen) {
        return records("provider_contact_personnels").stream()
                .filter(node -> Json.text(node, "ClientPersonId").equals(citizen.number()))
                .toList();
    }

    /** The numbers of staff that were this person's contact, according to records that are deleted by now. */
    List<String> formerStaffNumbers(Citizen citizen) {
        return source.endedContacts().stream()
                .filter(node -> Json.text(node, "ClientPersonId").equals(citizen.number()))
                .map(node -> Json.text(node, "PersonnelPersonId"))
                .toList();
    }

    List<JsonNode> homeCare(Citizen citizen) {
        return of(citizen, "executions").stream()
                .filter(node -> Json.text(node, "Law").equals("SoL"))
                .toList();
    }

    /** The security labels of a member of staff, {@code system|code}; none of whom nobody says that they are protected. */
    List<String> labels(JsonNode staff) {
        return supplements("personnel:" + Json.text(staff, "Id"), "protected-identity").stream()
                .map(line -> line.value().equals("skyddad-folkbokforing")
                        ? Shape.SECURITY_LABEL + "|skyddadFolkbokforing"
                        : Shape.SECURITY_LABEL + "|sekretessmarkering")
                .limit(1)
                .toList();
    }

    /** Whether a text names a member of staff who is protected. */
    boolean namesProtectedStaff(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return staff().stream()
                .filter(staff -> !labels(staff).isEmpty())
                .anyMatch(staff -> lower.contains(Shape.fullName(staff).toLowerCase(Locale.ROOT)));
    }

    /** The labels of a note or plan that the person may not see. */
    List<String> notForPatient(Citizen citizen, String document) {
        boolean hidden = supplements(citizen.label(), "not-for-patient").stream()
                .anyMatch(line -> line.value().isEmpty() || line.value().equals(document));
        return hidden ? Shape.NOT_FOR_PATIENT : List.of();
    }

    /** Whether primary care has anything to do with the person: home care under SoL, a decision on it, or a contact. */
    boolean concerns(Citizen citizen) {
        return !homeCare(citizen).isEmpty()
                || !of(citizen, "sol_decisions").isEmpty()
                || contactRecords(citizen).stream()
                        .anyMatch(node -> staffByNumber(Json.text(node, "PersonnelPersonId"))
                                .isPresent());
    }

    /** The supplements on that subject of that kind, in the order of the file. */
    List<Supplement> supplements(String subject, String kind) {
        return supplements.stream()
                .filter(line -> line.subject().equals(subject) && line.kind().equals(kind))
                .toList();
    }

    /** The latest of the records by {@code field}, the highest id among equals. */
    static Optional<JsonNode> latest(List<JsonNode> records, String field) {
        var sorted = new ArrayList<>(records);
        sorted.sort(Comparator.<JsonNode, LocalDate>comparing(
                        node -> Times.day(node, field).orElse(LocalDate.MIN))
                .thenComparing(byId()));
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() - 1));
    }
}
