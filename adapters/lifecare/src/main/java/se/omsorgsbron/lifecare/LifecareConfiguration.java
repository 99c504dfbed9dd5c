package se.omsorgsbron.lifecare;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.lifecare.client.Connection;
import se.omsorgsbron.lifecare.mapper.MappingContext;
import se.omsorgsbron.lifecare.mapper.PlanPart;

/**
 * How one municipality's Lifecare is read. The text form names the municipality only.
 *
 * @param municipality code, four digits
 * @param baseUri scheme, host and base path, such as {@code https://lifecare.example/WE.EC.Integration.Host}
 * @param domain the domain id that Lifecare asks for in every request
 * @param key the API key: a secret
 * @param pageSize records asked for at a time, 1 to 1000
 * @param timeout for one whole answer
 * @param overlap by which changes are read again, because a source commits late
 * @param zone the municipality's time zone
 * @param headlines what the municipality's headlines mean
 * @param relations the role of a contact or a relative by the text of its relation, as Lifecare has it
 * @param confidentialityAddOn whether the add-on Personsekretess VoO is used; only where it is certainly not may a client
 *     without {@code IsConfidential} count as not confidential
 */
public record LifecareConfiguration(
        String municipality,
        URI baseUri,
        String domain,
        String key,
        int pageSize,
        Duration timeout,
        Duration overlap,
        ZoneId zone,
        Headlines headlines,
        Map<String, TeamRole> relations,
        boolean confidentialityAddOn) {
    public static final int DEFAULT_PAGE_SIZE = 100;
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    public static final Duration DEFAULT_OVERLAP = Duration.ofMinutes(2);
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Stockholm");

    private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{4}");
    private static final int LARGEST_PAGE = 1000;

    /**
     * What the municipality's headlines mean, by headline id.
     *
     * @param notes headlines of the journal: which kind of note stands under them
     * @param ignored headlines of the journal that are known and not for the bridge; a note under any other is held
     * @param plan headlines of a plan's other information: which part of the plan stands under them
     */
    public record Headlines(Map<String, NoteKind> notes, Set<String> ignored, Map<String, PlanPart> plan) {
        public Headlines {
            notes = Map.copyOf(notes);
            ignored = Set.copyOf(ignored);
            plan = Map.copyOf(plan);
        }

        /** With no headline that is ignored. */
        public Headlines(Map<String, NoteKind> notes, Map<String, PlanPart> plan) {
            this(notes, Set.of(), plan);
        }
    }

    /** @throws IllegalArgumentException that says which property is wrong and what to write, never a value */
    public LifecareConfiguration {
        require(MUNICIPALITY.matcher(municipality).matches(), "municipality must be a code of four digits");
        require(
                baseUri.getScheme() != null
                        && Set.of("http", "https").contains(baseUri.getScheme())
                        && baseUri.getHost() != null
                        && baseUri.getQuery() == null
                        && baseUri.getFragment() == null
                        && baseUri.getUserInfo() == null,
                "baseUri must be http(s)://host/path, without a query: domain and key have properties of their own");
        require(!domain.isBlank(), "domain must be Lifecare's domain id");
        require(!key.isBlank(), "key must be Lifecare's API key");
        require(pageSize >= 1 && pageSize <= LARGEST_PAGE, "pageSize must be 1 to " + LARGEST_PAGE);
        require(timeout.toMillis() > 0, "timeout must be longer than nothing");
        require(!overlap.isNegative(), "overlap must not be negative");
        relations = Map.copyOf(relations);
    }

    /** With the defaults for everything that has one. */
    public static LifecareConfiguration of(
            String municipality,
            URI baseUri,
            String domain,
            String key,
            Headlines headlines,
            Map<String, TeamRole> relations) {
        return new LifecareConfiguration(
                municipality,
                baseUri,
                domain,
                key,
                DEFAULT_PAGE_SIZE,
                DEFAULT_TIMEOUT,
                DEFAULT_OVERLAP,
                DEFAULT_ZONE,
                headlines,
                relations,
                true);
    }

    Connection connection() {
        String base = baseUri.toString();
        URI trimmed = base.endsWith("/") ? URI.create(base.substring(0, base.length() - 1)) : baseUri;
        return new Connection(trimmed, domain, key, timeout);
    }

    MappingContext context() {
        return new MappingContext(
                zone, headlines.notes(), headlines.ignored(), headlines.plan(), relations, confidentialityAddOn);
    }

    @Override
    public String toString() {
        return "LifecareConfiguration[" + municipality + "]";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
