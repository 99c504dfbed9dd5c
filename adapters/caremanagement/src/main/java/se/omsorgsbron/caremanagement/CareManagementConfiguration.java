package se.omsorgsbron.caremanagement;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.caremanagement.client.Connection;
import se.omsorgsbron.caremanagement.journal.Opening;
import se.omsorgsbron.caremanagement.mapper.ErrandState;
import se.omsorgsbron.caremanagement.mapper.JournalRules;
import se.omsorgsbron.caremanagement.mapper.JournalRules.Headed;
import se.omsorgsbron.caremanagement.mapper.MappingContext;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Errands;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Texts;
import se.omsorgsbron.caremanagement.mapper.Role;
import se.omsorgsbron.caremanagement.wire.Limits;

/**
 * How one municipality's CareManagement is read and written. The text form names the municipality only.
 *
 * @param municipality code, four digits
 * @param baseUri scheme, host and path before the municipality, such as {@code https://api.example/care-management/1.0}
 * @param namespace of the errands
 * @param sentBy the bridge's own user, for {@code X-Sent-By} and as author of what it writes
 * @param bearerToken gives the token for the {@code Authorization} header, asked anew for each request; empty where none is asked for
 * @param partyLookUp address of the service that translates identity numbers and party ids
 * @param timeout for one whole answer
 * @param pageSize errands asked for at a time, 1 to 1000
 * @param zone the municipality's time zone
 * @param persons whether the municipality's people are known from CareManagement, and from no other case system
 * @param errands which errands are home care, and where they stand
 * @param roles what a stakeholder is to the person, by role; at least one is the person
 * @param texts what journal entries, notes and documents mean
 * @param journal how notes are written in the journal
 */
public record CareManagementConfiguration(
        String municipality,
        URI baseUri,
        String namespace,
        String sentBy,
        Optional<Supplier<String>> bearerToken,
        URI partyLookUp,
        Duration timeout,
        int pageSize,
        ZoneId zone,
        boolean persons,
        Errands errands,
        Map<String, Role> roles,
        Texts texts,
        Journal journal) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    public static final int DEFAULT_PAGE_SIZE = 100;
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Stockholm");

    private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{4}");
    private static final Pattern NAMESPACE = Pattern.compile("[\\w\\-]+");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LARGEST_PAGE = 1000;

    /**
     * How notes are written.
     *
     * @param headings type and heading for every kind of note
     * @param notifications whether the errand's officer is notified of risks and of what is to be followed up
     * @param opening how an errand is opened for a person who has none; empty where none is opened, and the note is held
     */
    public record Journal(Map<NoteKind, Headed> headings, boolean notifications, Optional<Opening> opening) {
        private static final Map<NoteKind, String> SWEDISH = Map.of(
                NoteKind.DAILY, "Anteckning",
                NoteKind.DEVIATION, "Avvikelse",
                NoteKind.RISK, "Risk",
                NoteKind.FOLLOW_UP, "Uppföljning",
                NoteKind.CHANGED_NEED, "Förändrat behov",
                NoteKind.HAND_OVER, "Överlämning",
                NoteKind.OFFICER_CONTACT, "Önskar kontakt med handläggaren",
                NoteKind.CRITICAL_INFORMATION, "Viktig information");

        public Journal {
            headings = Map.copyOf(headings);
            for (NoteKind kind : NoteKind.values()) {
                Headed headed = headings.getOrDefault(kind, new Headed("", ""));
                require(
                        fits(headed.type(), Limits.HEADING) && fits(headed.heading(), Limits.HEADING),
                        "journal.headings must have a type and a heading of 1 to 255 characters for " + kind.code());
            }
            opening.ifPresent(Journal::check);
        }

        /** Every kind under the same type of journal entry, each with its Swedish name as heading. */
        public static Journal under(String type, boolean notifications, Optional<Opening> opening) {
            Map<NoteKind, Headed> headings = new EnumMap<>(NoteKind.class);
            SWEDISH.forEach((kind, heading) -> headings.put(kind, new Headed(type, heading)));
            return new Journal(headings, notifications, opening);
        }

        private static void check(Opening opening) {
            require(fits(opening.title(), Limits.HEADING), "journal.opening.title must have 1 to 255 characters");
        }
    }

    /** @throws IllegalArgumentException that says which property is wrong and what to write, never a value */
    public CareManagementConfiguration {
        require(MUNICIPALITY.matcher(municipality).matches(), "municipality must be a code of four digits");
        require(isAddress(baseUri), "baseUri must be http(s)://host/path, without a query");
        require(NAMESPACE.matcher(namespace).matches(), "namespace must be letters, digits, _ and -");
        require(USER.matcher(sentBy).matches(), "sentBy must be a user id of 1 to 64 letters, digits, dots, _ and -");
        require(isAddress(partyLookUp), "partyLookUp must be http(s)://host/path, without a query");
        require(timeout.toMillis() > 0, "timeout must be longer than nothing");
        require(pageSize >= 1 && pageSize <= LARGEST_PAGE, "pageSize must be 1 to " + LARGEST_PAGE);
        require(!errands.types().isEmpty(), "errands.types must have the typeSlug of at least one type of home care");
        require(
                errands.states().containsValue(ErrandState.CARRIED_OUT),
                "errands.states must have at least one status that means carried-out");
        require(
                roles.values().stream().anyMatch(Role.Subject.class::isInstance),
                "roles must have at least one role that is the person");
        roles = Map.copyOf(roles);
        if (journal.opening().isPresent()) {
            checkOpening(journal.opening().get(), errands, roles);
        }
    }

    Connection connection() {
        String base = baseUri.toString();
        String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        URI all = URI.create(trimmed + "/" + municipality + "/" + namespace);
        return new Connection(all, sentBy, bearerToken, timeout);
    }

    Connection partyConnection() {
        return new Connection(partyLookUp, sentBy, bearerToken, timeout);
    }

    MappingContext context() {
        return new MappingContext(zone, sentBy, persons, errands, roles, texts);
    }

    JournalRules rules() {
        return new JournalRules(zone, sentBy, journal.headings(), journal.notifications());
    }

    @Override
    public String toString() {
        return "CareManagementConfiguration[" + municipality + "]";
    }

    private static void checkOpening(Opening opening, Errands errands, Map<String, Role> roles) {
        require(
                errands.types().contains(opening.typeSlug()),
                "journal.opening.typeSlug must be one of errands.types, or the bridge would not find the errand again");
        ErrandState state = errands.states().getOrDefault(opening.status(), ErrandState.CLOSED);
        require(
                state != ErrandState.CLOSED,
                "journal.opening.status must be one of errands.states that does not mean closed");
        require(
                roles.get(opening.role()) instanceof Role.Subject,
                "journal.opening.role must be one of roles that is the person");
    }

    private static boolean isAddress(URI uri) {
        return uri.getScheme() != null
                && Set.of("http", "https").contains(uri.getScheme())
                && uri.getHost() != null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
    }

    private static boolean fits(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
