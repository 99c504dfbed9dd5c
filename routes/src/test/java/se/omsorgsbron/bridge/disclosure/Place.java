package se.omsorgsbron.bridge.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.TeamRole;

/**
 * One thing that is known of every person of the matrix. Each person has a word of their own in each place (the canary): it stands
 * nowhere else, so that it tells who and what has left.
 *
 * @param rule when it may leave
 * @param concept as in the table
 * @param part as in the table, or what it is where the rule is about more than one part
 */
record Place(Rule rule, String concept, String part) {

    /** When something may leave. */
    enum Rule {
        /** When a row gives the part. */
        PART,
        /** When a row gives the part or every activity. */
        NIGHT,
        /** Of an author: when a row gives any part of the plan. */
        AUTHOR,
        /** Of an author's telephone: when the author leaves and a row for telephones is there at all. */
        AUTHOR_TELEPHONE,
        /** Of a member's telephone: when the member leaves, and never of a protected person. */
        MEMBER_TELEPHONE,
        /** The unit that helps the person: with the contacts or a plan, and never of a protected person. */
        UNIT,
        /** The person's name: with anything, and never of a protected person. */
        NAME,
        NEVER
    }

    private static final List<String> PLAN =
            List.of("activities", "goals", "participation", "follow-up", "important", "other");
    private static final Set<TeamRole> RELATIVES = Set.of(TeamRole.RELATIVE, TeamRole.FRIEND);
    private static final Pattern CANARY = Pattern.compile("zq[0-9]{4}n[0-9]{4}qz");

    static final Place CONTACT = new Place(Rule.PART, "contacts", "assignment");
    static final Place TELEPHONE = new Place(Rule.PART, "contacts", "work-telephone");
    static final Place EMAIL = new Place(Rule.PART, "contacts", "work-email");
    static final Place AUTHOR = new Place(Rule.AUTHOR, "plans", "author");
    static final Place AUTHOR_TELEPHONE = new Place(Rule.AUTHOR_TELEPHONE, "plans", "author's work telephone");
    static final Place MEMBER_TELEPHONE = new Place(Rule.MEMBER_TELEPHONE, "team", "case-officer");
    static final Place UNIT = new Place(Rule.UNIT, "contacts", "unit");
    static final Place NAME = new Place(Rule.NAME, "person", "name");
    static final Place HOME_TELEPHONE = never("contacts", "home telephone");
    static final Place STAFF_NUMBER = never("contacts", "personnummer");
    static final Place ADDRESS = never("person", "address");
    static final Place PERSON_TELEPHONE = never("person", "telephone");
    static final Place RELATIVE_GUARDED = never("relatives", "guarded telephone");
    static final Place DRAFT = never("notes", "unsigned");
    static final Place OTHER_LAW = never("notes", "under LSS");
    static final Place OFFICER = never("person", "who recorded a ground");

    /** All of them, in a fixed order. */
    static final List<Place> ALL = places();

    private static final Map<Place, Integer> NUMBERS =
            IntStream.range(0, ALL.size()).boxed().collect(Collectors.toMap(ALL::get, number -> number));

    static Place member(TeamRole role) {
        return new Place(Rule.PART, RELATIVES.contains(role) ? "relatives" : "team", role.code());
    }

    static Place note(NoteKind kind) {
        return new Place(Rule.PART, "notes", kind.code());
    }

    static Place plan(String concept, String part) {
        return new Place(part.equals("night-activities") ? Rule.NIGHT : Rule.PART, concept, part);
    }

    private static Place never(String concept, String what) {
        return new Place(Rule.NEVER, concept, what);
    }

    /** The word of that person in this place: letters and digits that no escaping touches. */
    String canary(int person) {
        return "zq" + (1000 + person) + "n" + (1000 + NUMBERS.get(this)) + "qz";
    }

    /** The canaries in what was sent. */
    static Set<String> canariesIn(Stream<String> sent) {
        Set<String> found = new TreeSet<>();
        sent.forEach(text -> {
            Matcher matcher = CANARY.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group());
            }
        });
        return found;
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>(List.of(
                CONTACT, TELEPHONE, EMAIL, AUTHOR, AUTHOR_TELEPHONE, MEMBER_TELEPHONE, UNIT, NAME, HOME_TELEPHONE));
        places.addAll(List.of(STAFF_NUMBER, ADDRESS, PERSON_TELEPHONE, RELATIVE_GUARDED, DRAFT, OTHER_LAW, OFFICER));
        Stream.of(TeamRole.values()).map(Place::member).forEach(places::add);
        Stream.of(NoteKind.values()).map(Place::note).forEach(places::add);
        for (String concept : List.of("plans", "action-plans")) {
            PLAN.forEach(part -> places.add(plan(concept, part)));
            places.add(plan(concept, "night-activities"));
        }
        return List.copyOf(places);
    }

    @Override
    public String toString() {
        return concept + "/" + part;
    }
}
