package se.omsorgsbron.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.omsorgsbron.bridge.config.BridgeConfiguration.OAuth2;

/**
 * A municipality's CareManagement, beside its case system. What its types, statuses and roles mean is the municipality's to say:
 * a value in no table is held, never guessed.
 *
 * @param url base address up to the municipality, such as {@code https://api.example/care-management/1.0}
 * @param namespace of the errands
 * @param sentBy the bridge's own user there: who asks, and the author of what the bridge writes
 * @param token bearer token, best as {@code ${CARE_MANAGEMENT_TOKEN}}; the party look-up gets it too; none if empty
 * @param tokenFile a file that holds nothing but the token, instead of {@code token}
 * @param oauth2 how to get tokens that expire, instead of a token
 * @param partyLookUp address of the service that translates identity numbers and party ids
 * @param timeout for one request
 * @param pageSize errands asked for at a time, 1 to 1000
 * @param persons whether the municipality's people are known from CareManagement; no other system may say who they are then
 * @param errands which errands are home care, and where they stand
 * @param roles what a stakeholder is to the person ("person", "person-1", "person-2", a role in the team or "ignored") to the roles
 *     that mean it
 * @param journalTypes kind of note (such as {@code deviation}, or {@code ignored}) to the types of its journal entries
 * @param notes which kind of note an errand's notes are; they are not read if empty
 * @param documents kind of plan ({@code implementation-plan}, {@code action-plan}, or {@code ignored}) to the types of its documents
 * @param planLabels part of a plan (such as {@code follow-up}) to the labels that begin its lines, without the colon
 * @param journal how notes that were written elsewhere are written in its journal; without it none are
 */
public record CareManagementSettings(
        URI url,
        String namespace,
        String sentBy,
        String token,
        Path tokenFile,
        OAuth2 oauth2,
        URI partyLookUp,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("100") int pageSize,
        @DefaultValue("false") boolean persons,
        @DefaultValue Errands errands,
        @DefaultValue Map<String, List<String>> roles,
        @DefaultValue Map<String, List<String>> journalTypes,
        String notes,
        @DefaultValue Map<String, List<String>> documents,
        @DefaultValue Map<String, List<String>> planLabels,
        Journal journal) {

    /**
     * Errands that are home care under SoL.
     *
     * @param types their types ({@code typeSlug}); an errand of any other type is never opened
     * @param statuses where an errand stands ({@code open}, {@code carried-out} or {@code closed}) to the statuses that mean it
     */
    public record Errands(
            @DefaultValue List<String> types, @DefaultValue Map<String, List<String>> statuses) {}

    /**
     * How notes that were written elsewhere stand in the journal. The journal is then the recipient {@code care-management} of the
     * disclosure table.
     *
     * @param type under which every kind of note is written that {@code headings} does not name, with its Swedish name as heading
     * @param headings kind of note to the type and the heading that stand over it; every kind where there is no {@code type}
     * @param notifications whether an errand's officer is notified of risks and of what is to be followed up
     * @param openErrand how an errand is opened for a person who has none; without it such a note is held
     */
    public record Journal(
            String type,
            @DefaultValue Map<String, Headed> headings,
            @DefaultValue("false") boolean notifications,
            OpenErrand openErrand) {}

    /**
     * What stands over a note.
     *
     * @param type its type of journal entry
     * @param heading its heading
     */
    public record Headed(String type, String heading) {}

    /**
     * An errand that the bridge opens.
     *
     * @param type one of {@code errands.types}
     * @param title its title, without anything about the person
     * @param status one of {@code errands.statuses} that does not mean closed
     * @param role of the stakeholder who is the person, one of {@code care-management.roles}
     */
    public record OpenErrand(String type, String title, String status, String role) {}

    @Override
    public String toString() {
        return "CareManagement";
    }
}
