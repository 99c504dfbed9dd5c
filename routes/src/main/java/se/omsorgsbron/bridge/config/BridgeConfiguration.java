package se.omsorgsbron.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.omsorgsbron.bridge.access.Role;
import se.omsorgsbron.bridge.disclosure.DisclosureTable;
import se.omsorgsbron.bridge.disclosure.DisclosureTableFile;
import se.omsorgsbron.bridge.disclosure.NightWords;
import se.omsorgsbron.bridge.disclosure.OperatedBy;

/**
 * Everything that a bridge is told.
 *
 * @param ledger the database
 * @param observe how sources are read
 * @param deliver how recipients are kept in step
 * @param audit where the audit is anchored, how long it is kept and who else gets it
 * @param entrance who may come in over HTTP; without it nobody may
 * @param operators user of this computer to what that user works as; whoever is not named may use no command on the ledger
 * @param municipalities by code, four digits in quotes
 */
@ConfigurationProperties("omsorgsbron")
public record BridgeConfiguration(
        Ledger ledger,
        @DefaultValue Observe observe,
        @DefaultValue Deliver deliver,
        @DefaultValue Audit audit,
        EntranceConfiguration entrance,
        @DefaultValue Map<String, Set<Role>> operators,
        @DefaultValue Map<String, Municipality> municipalities) {
    /** The name of the case system as a recipient. */
    public static final String CASE_SYSTEM = "case-system";
    /** The name of CareManagement as a recipient. */
    public static final String CARE_MANAGEMENT = "care-management";

    /**
     * The ledger's PostgreSQL.
     *
     * @param url such as {@code jdbc:postgresql://localhost:5432/omsorgsbron}
     * @param username database user
     * @param password its password, best as {@code ${LEDGER_PASSWORD}}
     * @param passwordFile a file that holds nothing but the password, instead of {@code password}
     */
    public record Ledger(String url, String username, String password, Path passwordFile) {
        @Override
        public String toString() {
            return "ledger";
        }
    }

    /**
     * How sources are read.
     *
     * @param interval between two readings of a list that gives changes
     * @param slowInterval between two readings of a list that costs the source more
     * @param overlap how far before the last reading each reading of changes begins, because a source commits late
     * @param fullReadEvery after how long everything is read again instead of changes only
     * @param maxGonePercent share of a complete list that may be missing before nothing is ended until somebody confirms it
     * @param maxGoneRecords number of records that may be missing from a list however small it is
     * @param orphanGrace how long a record may wait for the person or staff it belongs to before it is held
     * @param patience how long the first delivery waits for a source that has never answered
     */
    public record Observe(
            @DefaultValue("10s") Duration interval,
            @DefaultValue("60s") Duration slowInterval,
            @DefaultValue("2m") Duration overlap,
            @DefaultValue("24h") Duration fullReadEvery,
            @DefaultValue("2") double maxGonePercent,
            @DefaultValue("1") int maxGoneRecords,
            @DefaultValue("30s") Duration orphanGrace,
            @DefaultValue("2m") Duration patience) {}

    /**
     * How recipients are kept in step.
     *
     * @param signal Camel endpoint on which "this subject may have work" travels
     * @param workers how many subjects are worked on at the same time
     * @param sweepInterval between two looks for work whose signal was lost
     * @param claim how long a worker may take for one subject
     * @param backoffMin first wait after a failure; doubled each time
     * @param backoffMax longest wait after a failure
     */
    public record Deliver(
            @DefaultValue("seda:work?size=10000") String signal,
            @DefaultValue("4") int workers,
            @DefaultValue("1s") Duration sweepInterval,
            @DefaultValue("2m") Duration claim,
            @DefaultValue("1s") Duration backoffMin,
            @DefaultValue("5m") Duration backoffMax) {}

    /**
     * The audit.
     *
     * @param anchors the file outside the database in which the heads of its chain are noted, best on another machine's disk
     * @param keep how long a record is kept before it may be cut, such as {@code 5y} or {@code P7Y6M}; five years at least
     * @param store a system that keeps the audit too; none if empty
     */
    public record Audit(
            @DefaultValue("audit-anchors.log") Path anchors,
            @DefaultValue("5y") Period keep,
            Store store) {}

    /**
     * A FHIR server that takes AuditEvents.
     *
     * @param url base address of its FHIR API
     * @param timeout for one request
     * @param token bearer token, best as {@code ${AUDIT_TOKEN}}; none if empty
     * @param tokenFile a file that holds nothing but the token, instead of {@code token}
     * @param oauth2 how to get tokens that expire, instead of a token
     */
    public record Store(URI url, @DefaultValue("30s") Duration timeout, String token, Path tokenFile, OAuth2 oauth2) {
        @Override
        public String toString() {
            return "store of the audit";
        }
    }

    /**
     * One municipality.
     *
     * @param name the municipality's name
     * @param timeZone in which moments become days
     * @param caseSystem its case system
     * @param careManagement its CareManagement beside that; none if left out
     * @param nightWords words of at least three letters by which its plans say that something is done at night; natt, natten,
     *     nattetid, nätter, nätterna and nattlig if left out
     * @param disclosure the decision table for what may leave: {@code botkyrka}, {@code nacka} or the path of a file
     * @param recipients who is kept in step, by name
     * @param risk how long everybody has who is to know a risk
     */
    public record Municipality(
            String name,
            @DefaultValue("Europe/Stockholm") ZoneId timeZone,
            CaseSystem caseSystem,
            CareManagementSettings careManagement,
            List<String> nightWords,
            String disclosure,
            @DefaultValue Map<String, RecipientSystem> recipients,
            @DefaultValue RiskSettings risk) {
        /** The decision table for what may leave, and how the municipality says night. */
        public DisclosureTable table() {
            DisclosureTable table = DisclosureTableFile.read(disclosure).table();
            return nightWords == null ? table : table.with(new NightWords(nightWords));
        }

        /** The names of all who are kept in step: the recipients, and the case systems whose journal is written. */
        public Set<String> connected() {
            Set<String> names = new TreeSet<>(recipients.keySet());
            if (caseSystem.journal() != null) {
                names.add(CASE_SYSTEM);
            }
            if (careManagement != null && careManagement.journal() != null) {
                names.add(CARE_MANAGEMENT);
            }
            return names;
        }
    }

    /**
     * A case system.
     *
     * @param type {@code lifecare}
     * @param url base address, for Lifecare up to and with {@code /WE.EC.Integration.Host}
     * @param domain Lifecare's domain id
     * @param key Lifecare's API key, best as {@code ${LIFECARE_KEY}}
     * @param keyFile a file that holds nothing but the key, instead of {@code key}
     * @param timeout for one request
     * @param pageSize records asked for at a time
     * @param confidentialityAddOn whether this Lifecare has Personsekretess VoO; if so, a person for whom it does not say is
     *     taken as protected
     * @param headlines which headline means what
     * @param relations role in the team (such as {@code legal-guardian}) to the relations that mean it (such as "God man")
     * @param identifierSystem URI under which its records' ids are sent; {@code
     *     https://fhir.omsorgsbron.se/sid/<municipality>/<type>} if empty
     * @param supplements the coordinator's file of what the case system has no field for
     * @param journal how notes that were written elsewhere are written in its journal; without it none are
     */
    public record CaseSystem(
            String type,
            URI url,
            String domain,
            String key,
            Path keyFile,
            @DefaultValue("30s") Duration timeout,
            @DefaultValue("100") int pageSize,
            @DefaultValue("true") boolean confidentialityAddOn,
            @DefaultValue Headlines headlines,
            @DefaultValue Map<String, List<String>> relations,
            URI identifierSystem,
            Path supplements,
            Journal journal) {
        @Override
        public String toString() {
            return type + " case system";
        }
    }

    /**
     * How notes that were written elsewhere stand in the journal. The journal is then the recipient {@code case-system} of the
     * disclosure table.
     *
     * @param headlines kind of note to the id of the headline under which it is written; a kind without one is held back
     * @param unit the provider unit's id for a person of whom no execution names one
     * @param personnelId the personnel under whom a note stands whose author the case system does not know by HSA-id
     * @param personnelTitle the title of that personnel
     * @param signed whether the notes are signed as they are written
     */
    public record Journal(
            @DefaultValue Map<String, Integer> headlines,
            Integer unit,
            Integer personnelId,
            @DefaultValue("Nattpatrull") String personnelTitle,
            @DefaultValue("false") boolean signed) {}

    /**
     * Which headline means what.
     *
     * @param notes kind of note (such as {@code deviation}, or {@code ignored}) to the ids of its headlines
     * @param plan part of a plan ({@code how}, {@code when}, {@code by-whom}, {@code goal}, {@code action-plan}) to the ids of
     *     its headlines
     */
    public record Headlines(
            @DefaultValue Map<String, List<Integer>> notes,
            @DefaultValue Map<String, List<Integer>> plan) {}

    /**
     * A system that is kept in step.
     *
     * @param type {@code fhir-r4}, or {@code night-patrol}, which comes and reads the changes and has no url
     * @param operatedBy who runs it: {@code region}, {@code municipality} or {@code private-provider}
     * @param url base address of its FHIR API
     * @param createPatients whether a patient that it does not have is created there
     * @param labels whether it keeps security labels and acts on them; if not, what has a label that matters does not leave to it
     * @param reads whether what primary care writes to the municipality is read from there too; off if left out
     * @param timeout for one request
     * @param token bearer token, best as {@code ${PRIMARY_CARE_TOKEN}}; none if empty
     * @param tokenFile a file that holds nothing but the token, instead of {@code token}
     * @param oauth2 how to get tokens that expire, instead of a token
     * @param clientCertificate the certificate with its chain, in PEM, that the bridge shows it and its token endpoint; none if empty
     * @param clientKeyFile that certificate's private key, in PEM without a password
     * @param files a night patrol's files, for one without an API; none if left out
     */
    public record RecipientSystem(
            String type,
            @DefaultValue("region") OperatedBy operatedBy,
            URI url,
            @DefaultValue("false") boolean createPatients,
            @DefaultValue("true") boolean labels,
            @DefaultValue("false") boolean reads,
            @DefaultValue("30s") Duration timeout,
            String token,
            Path tokenFile,
            OAuth2 oauth2,
            Path clientCertificate,
            Path clientKeyFile,
            FilesSettings files) {
        /** The type of a night patrol. */
        public static final String NIGHT_PATROL = "night-patrol";

        @Override
        public String toString() {
            return type + " recipient";
        }
    }

    /**
     * OAuth 2.0 client credentials.
     *
     * @param tokenUrl the authorization server's token endpoint
     * @param clientId under which the bridge is registered there
     * @param scope asked for, such as {@code system/CareTeam.cruds system/CarePlan.cruds}
     * @param keyFile a private JWK for SMART Backend Services (private_key_jwt); read anew for each token
     * @param secret client secret, where there is no key, best as {@code ${PRIMARY_CARE_SECRET}}
     * @param secretFile a file that holds nothing but the secret, instead of {@code secret}
     */
    public record OAuth2(
            URI tokenUrl,
            String clientId,
            @DefaultValue("") String scope,
            Path keyFile,
            String secret,
            Path secretFile) {
        @Override
        public String toString() {
            return "OAuth 2.0 client credentials";
        }
    }
}
