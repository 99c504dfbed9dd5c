package se.omsorgsbron.bridge.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.omsorgsbron.bridge.access.ClientAssertion;
import se.omsorgsbron.bridge.access.ClientCertificates;
import se.omsorgsbron.bridge.access.ClientCertificates.Pair;
import se.omsorgsbron.bridge.audit.AuditCut;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.config.BridgeConfiguration.OAuth2;
import se.omsorgsbron.bridge.config.BridgeConfiguration.RecipientSystem;
import se.omsorgsbron.bridge.disclosure.DisclosureTableFile;
import se.omsorgsbron.bridge.disclosure.NightWords;

/** What is wrong with a configuration that could be read: every violation, each a sentence that says what to write where. */
final class ConfigurationCheck {
    /** This machine, as a name or an address; in a URL that of IPv6 stands in brackets. */
    static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.[0-9.]+|\\[?::1\\]?", Pattern.CASE_INSENSITIVE);

    private static final Set<String> SOURCES = Set.of("lifecare", "caremanagement", "supplements", "recorded");

    private final List<String> violations = new ArrayList<>();

    private ConfigurationCheck() {}

    static List<String> violations(BridgeConfiguration configuration) {
        ConfigurationCheck check = new ConfigurationCheck();
        check.ledger(configuration.ledger());
        check.times(configuration);
        check.audit(configuration.audit());
        if (configuration.municipalities().isEmpty()) {
            check.wrong("omsorgsbron.municipalities", "is empty: write at least one municipality, its code in quotes");
        }
        configuration.municipalities().forEach(check::municipality);
        new EntranceCheck(configuration, check::wrong, check::url).check();
        return check.violations;
    }

    private void ledger(BridgeConfiguration.Ledger ledger) {
        String at = "omsorgsbron.ledger";
        if (ledger == null) {
            wrong(at, "is missing: write url, username and password of the PostgreSQL database");
            return;
        }
        if (blank(ledger.url()) || !ledger.url().startsWith("jdbc:postgresql:")) {
            wrong(at + ".url", "must be a JDBC address such as jdbc:postgresql://localhost:5432/omsorgsbron");
        }
        if (blank(ledger.username())) {
            wrong(at + ".username", "is missing: write the database user");
        }
        secret(at + ".password", ledger.password(), ledger.passwordFile());
    }

    private void times(BridgeConfiguration configuration) {
        BridgeConfiguration.Observe observe = configuration.observe();
        positive("omsorgsbron.observe.interval", observe.interval());
        positive("omsorgsbron.observe.slow-interval", observe.slowInterval());
        positive("omsorgsbron.observe.full-read-every", observe.fullReadEvery());
        BridgeConfiguration.Deliver deliver = configuration.deliver();
        positive("omsorgsbron.deliver.sweep-interval", deliver.sweepInterval());
        positive("omsorgsbron.deliver.claim", deliver.claim());
        positive("omsorgsbron.deliver.backoff-min", deliver.backoffMin());
        positive("omsorgsbron.deliver.backoff-max", deliver.backoffMax());
        if (deliver.workers() < 1) {
            wrong("omsorgsbron.deliver.workers", "must be 1 or more");
        }
    }

    private void audit(BridgeConfiguration.Audit audit) {
        Path file = audit.anchors().toAbsolutePath();
        if (LocalDate.EPOCH.plus(audit.keep()).isBefore(LocalDate.EPOCH.plus(AuditCut.LEAST))) {
            wrong("omsorgsbron.audit.keep", "must be 5y or more: the law wants the audit kept for five years");
        }
        if (audit.store() != null) {
            String at = "omsorgsbron.audit.store";
            url(at + ".url", audit.store().url());
            positive(at + ".timeout", audit.store().timeout());
            access(
                    at,
                    audit.store().token(),
                    audit.store().tokenFile(),
                    audit.store().oauth2());
        }
        if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(file.getParent())) {
            wrong(
                    "omsorgsbron.audit.anchors",
                    "names a file that cannot be written: write one that the bridge can write");
        }
    }

    private void municipality(String code, Municipality municipality) {
        String at = "omsorgsbron.municipalities." + code;
        if (!code.matches("[0-9]{4}")) {
            wrong(at, "must be a municipality code of four digits, in quotes (\"0127\")");
        }
        if (blank(municipality.name())) {
            wrong(at + ".name", "is missing: write the municipality's name");
        }
        if (municipality.caseSystem() == null) {
            wrong(at + ".case-system", "is missing: write its type, url, domain and key");
        } else {
            new LifecareCheck(this, at + ".case-system", municipality.caseSystem()).check();
        }
        if (municipality.careManagement() != null) {
            new CareManagementCheck(this, at + ".care-management", municipality.careManagement()).check();
        }
        if (blank(municipality.disclosure())) {
            wrong(
                    at + ".disclosure",
                    "is missing: write the table of what may leave: " + String.join(", ", DisclosureTableFile.SHIPPED)
                            + " or the path of a file");
        } else {
            DisclosureTableFile.read(municipality.disclosure())
                    .mistakes()
                    .forEach(mistake -> wrong(at + ".disclosure", mistake));
        }
        Optional.ofNullable(municipality.nightWords())
                .flatMap(NightWords::problem)
                .ifPresent(problem -> wrong(at + ".night-words", problem));
        positive(at + ".risk.received-within", municipality.risk().receivedWithin());
        positive(at + ".risk.seen-within", municipality.risk().seenWithin());
        if (municipality.risk().seenWithin().compareTo(municipality.risk().receivedWithin()) < 0) {
            wrong(
                    at + ".risk.seen-within",
                    "must not be shorter than received-within: nobody sees what has not arrived");
        }
        if (municipality.recipients().isEmpty()) {
            wrong(at + ".recipients", "is empty: write at least one recipient, such as primary-care");
        }
        Stream.of(BridgeConfiguration.CASE_SYSTEM, BridgeConfiguration.CARE_MANAGEMENT)
                .filter(municipality.recipients()::containsKey)
                .forEach(name -> wrong(at + ".recipients." + name, "is the name of a case system: choose another"));
        // What a recipient writes stands in the ledger under its name.
        SOURCES.stream()
                .filter(municipality.recipients()::containsKey)
                .forEach(name -> wrong(at + ".recipients." + name, "is the name of another source: choose another"));
        municipality.recipients().forEach((name, recipient) -> recipient(at + ".recipients." + name, recipient));
    }

    private void recipient(String at, RecipientSystem recipient) {
        if (RecipientSystem.NIGHT_PATROL.equals(recipient.type())) {
            if (recipient.url() != null) {
                wrong(at + ".url", "must be left out: a night patrol comes and reads /night-patrol/v1/changes");
            }
            if (recipient.reads()) {
                wrong(at + ".reads", "must be left out: a night patrol sends what it writes");
            }
            if (recipient.files() != null) {
                new FilesCheck(this, at + ".files", recipient.files()).check();
            }
            return;
        }
        if (recipient.files() != null) {
            wrong(at + ".files", "must be left out: files are for a night-patrol");
        }
        if (!"fhir-r4".equals(recipient.type())) {
            wrong(at + ".type", "must be 'fhir-r4' or 'night-patrol', for which this bridge has adapters");
        }
        url(at + ".url", recipient.url());
        positive(at + ".timeout", recipient.timeout());
        if ((recipient.clientCertificate() == null) != (recipient.clientKeyFile() == null)) {
            wrong(at, "has one of client-certificate and client-key-file: write both");
        } else if (recipient.clientCertificate() != null) {
            ClientCertificates.problem(new Pair(recipient.clientCertificate(), recipient.clientKeyFile()))
                    .ifPresent(problem -> wrong(at + ".client-certificate", problem));
        }
        access(at, recipient.token(), recipient.tokenFile(), recipient.oauth2());
    }

    void access(String at, String token, Path tokenFile, OAuth2 oauth2) {
        if (tokenFile != null && !Files.isReadable(tokenFile)) {
            wrong(at + ".token-file", "names a file that does not exist or cannot be read");
        }
        if (oauth2 != null) {
            oauth2(at + ".oauth2", oauth2);
            if (token != null || tokenFile != null) {
                wrong(at + ".oauth2", "stands beside a token: write one of the two");
            }
        }
    }

    private void oauth2(String at, OAuth2 oauth2) {
        url(at + ".token-url", oauth2.tokenUrl());
        if (blank(oauth2.clientId())) {
            wrong(at + ".client-id", "is missing: write the id under which the bridge is registered");
        }
        if (oauth2.keyFile() == null) {
            secret(at + ".secret", oauth2.secret(), oauth2.secretFile());
        } else {
            ClientAssertion.problem(oauth2.keyFile()).ifPresent(problem -> wrong(at + ".key-file", problem));
        }
    }

    void secret(String at, String value, Path file) {
        if (file != null && !Files.isReadable(file)) {
            wrong(at + "-file", "names a file that does not exist or cannot be read");
        } else if (Secret.of(value, file).isEmpty()) {
            wrong(at, "is missing: set it from the environment (${...}) or name a file in " + at + "-file");
        }
    }

    void url(String at, URI url) {
        boolean good =
                url != null && url.getHost() != null && Set.of("http", "https").contains(url.getScheme());
        if (!good) {
            wrong(at, "must be an address that begins with https:// (or http:// on this machine)");
        } else if (url.getScheme().equals("http")
                && !LOOPBACK.matcher(url.getHost()).matches()) {
            wrong(
                    at,
                    "must begin with https://: http:// is for this machine alone, since anybody on the way could read it");
        } else if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            wrong(at, "must not hold credentials, a query or a fragment: secrets have settings of their own");
        }
    }

    void positive(String at, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            wrong(at, "must be longer than nothing, such as 10s");
        }
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    void wrong(String at, String what) {
        violations.add("'" + at + "' " + what + ".");
    }
}
