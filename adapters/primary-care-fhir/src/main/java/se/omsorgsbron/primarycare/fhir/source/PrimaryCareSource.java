package se.omsorgsbron.primarycare.fhir.source;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.fhir.Canonicals;
import se.omsorgsbron.primarycare.fhir.PrimaryCareConfiguration;
import se.omsorgsbron.primarycare.fhir.client.Pages;
import se.omsorgsbron.primarycare.fhir.client.Stock;
import se.omsorgsbron.primarycare.fhir.source.mapper.CareTeamReader;
import se.omsorgsbron.primarycare.fhir.source.mapper.CommunicationReader;

/** One primary care's FHIR server as a source. */
public final class PrimaryCareSource {
    private static final Set<String> READY = Set.of("completed", "entered-in-error");

    private final PrimaryCareConfiguration configuration;
    private final Surroundings surroundings;
    private final Stock stock;
    private final Pages pages;

    /**
     * What the source is told by the bridge.
     *
     * @param overlap how far before the last reading each reading of changes begins
     * @param zone the municipality's
     * @param clock the bridge's
     * @param known whether the bridge knows a person by that name
     * @param delivered whether the bridge has written a resource with that key there, such as {@code CareTeam/<id>}
     */
    public record Surroundings(
            Duration overlap, ZoneId zone, Clock clock, Predicate<SubjectKey> known, Predicate<String> delivered) {}

    /** @param pageSize resources asked for at a time */
    public PrimaryCareSource(
            PrimaryCareConfiguration configuration, IGenericClient client, Surroundings surroundings, int pageSize) {
        this.configuration = configuration;
        this.surroundings = surroundings;
        this.stock = new Stock(client);
        this.pages = new Pages(client, pageSize);
    }

    /** Its lists. */
    public List<Feed> feeds() {
        return List.of(
                new WrittenFeed(
                        new WrittenFeed.Kind(
                                "communications",
                                Communication.class,
                                "category=" + URLEncoder.encode(Canonicals.NOTE_KIND + "|", StandardCharsets.UTF_8),
                                note -> CommunicationReader.addressed(note)
                                        && READY.contains(note.path("status").asText()),
                                CommunicationReader::read),
                        this),
                new WrittenFeed(
                        new WrittenFeed.Kind(
                                "care-teams",
                                CareTeam.class,
                                "",
                                team -> CareTeamReader.addressed(team)
                                        && !team.path("status").asText().equals("proposed"),
                                CareTeamReader::read),
                        this));
    }

    /** Whether it is the bridge's own, read back: by what the ledger knows, by its source, or by its identifier. */
    boolean echo(String type, JsonNode resource) {
        boolean written =
                surroundings.delivered().test(type + "/" + resource.path("id").asText());
        boolean marked = resource.path("meta").path("source").asText().startsWith(Canonicals.BASE);
        for (JsonNode identifier : resource.path("identifier")) {
            String system = identifier.path("system").asText();
            written |= system.startsWith(Canonicals.BASE)
                    || configuration.identifierSystems().containsValue(system);
        }
        return written || marked;
    }

    String name() {
        return configuration.name();
    }

    String base() {
        return configuration.base().toString();
    }

    Duration overlap() {
        return surroundings.overlap();
    }

    Predicate<SubjectKey> known() {
        return surroundings.known();
    }

    LocalDate today() {
        return LocalDate.now(surroundings.clock().withZone(surroundings.zone()));
    }

    Stock stock() {
        return stock;
    }

    Pages pages() {
        return pages;
    }
}
