package se.omsorgsbron.bridge.app;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.config.BridgeConfiguration.RecipientSystem;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.disclosure.DisclosureTable;
import se.omsorgsbron.bridge.disclosure.OperatedBy;
import se.omsorgsbron.bridge.explain.FhirKind;
import se.omsorgsbron.bridge.explain.Form;
import se.omsorgsbron.bridge.explain.PatrolKinds;
import se.omsorgsbron.bridge.explain.Shares;
import se.omsorgsbron.bridge.operations.Policies;
import se.omsorgsbron.caremanagement.CareManagement;
import se.omsorgsbron.fhir.validation.ProfileValidator;
import se.omsorgsbron.lifecare.Lifecare;
import se.omsorgsbron.lifecare.LifecareConfiguration;
import se.omsorgsbron.lifecare.supplements.SupplementRows;
import se.omsorgsbron.nightpatrol.NightPatrolRecipient;
import se.omsorgsbron.primarycare.fhir.PrimaryCareForm;

/**
 * What there is to explain with. No system is asked.
 *
 * @param municipality code, four digits
 * @param zone its time zone
 * @param kinds the kinds of record, as its tables read them
 * @param shares what its recipients get
 */
public record Explainables(String municipality, ZoneId zone, List<RecordKind> kinds, Shares shares) {
    private static final String PATROL = "night-patrol";
    private static final String NOBODY = "0000";

    /**
     * Of a configured municipality.
     *
     * @param now when a patrol's note is taken in
     */
    public static Explainables of(
            BridgeConfiguration configuration, String code, Instant now, Supplier<ProfileValidator> validator) {
        return new Explainables(
                code,
                configuration.municipalities().get(code).timeZone(),
                kinds(configuration, code, now),
                shares(configuration, code, validator));
    }

    /**
     * Of no municipality: its tables are empty, so what only they can tell is held.
     *
     * @param table what may leave to whom; without one nobody is told of
     */
    public static Explainables of(Optional<DisclosureTable> table, Instant now) {
        ZoneId zone = LifecareConfiguration.DEFAULT_ZONE;
        List<RecordKind> kinds = kinds(zone, table.orElse(DisclosureTable.NOTHING), now);
        return new Explainables(
                NOBODY, zone, kinds, table.map(Explainables::shares).orElse(Shares.NONE));
    }

    /** What that assumes, in sentences. */
    public List<String> assumed() {
        return municipality.equals(NOBODY)
                ? List.of(
                        "No configuration is named, so the municipality's tables (headlines, relations) count as empty.")
                : List.of();
    }

    /** The same with another table, of which nothing but who may have what is known. */
    public Explainables with(DisclosureTable table) {
        return new Explainables(municipality, zone, kinds, shares(table));
    }

    /** The kinds of record of a municipality, as its tables read them. */
    private static List<RecordKind> kinds(BridgeConfiguration configuration, String code, Instant now) {
        Municipality municipality = configuration.municipalities().get(code);
        List<RecordKind> kinds =
                new ArrayList<>(Lifecare.kinds(LifecareSources.lifecare(code, municipality, configuration.observe())));
        if (municipality.careManagement() != null) {
            kinds.addAll(CareManagement.kinds(CareManagementSources.careManagement(code, municipality)));
        }
        String patrol = municipality.recipients().entrySet().stream()
                .filter(entry ->
                        RecipientSystem.NIGHT_PATROL.equals(entry.getValue().type()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(PATROL);
        kinds.add(SupplementRows.KIND);
        kinds.addAll(PatrolKinds.of(patrol, now));
        kinds.add(FhirKind.of(municipality.timeZone(), List.copyOf(new TreeSet<>(municipality.connected()))));
        return kinds;
    }

    /** The kinds of record that can be read without a municipality's tables, which are then empty. */
    private static List<RecordKind> kinds(ZoneId zone, DisclosureTable table, Instant now) {
        LifecareConfiguration nobody = LifecareConfiguration.of(
                NOBODY,
                URI.create("http://localhost/none"),
                "none",
                "none",
                new LifecareConfiguration.Headlines(Map.of(), Map.of()),
                Map.of());
        List<RecordKind> kinds = new ArrayList<>(Lifecare.kinds(nobody));
        kinds.add(SupplementRows.KIND);
        kinds.addAll(PatrolKinds.of(PATROL, now));
        kinds.add(FhirKind.of(zone, List.copyOf(table.recipients())));
        return kinds;
    }

    /** What each recipient that a table names may have, where nothing else is configured: who is no journal is the region's. */
    private static Shares shares(DisclosureTable table) {
        Map<String, DisclosurePolicy> policies = new TreeMap<>();
        table.recipients()
                .forEach(name -> policies.put(
                        name,
                        isJournal(name)
                                ? Policies.journal(table, name)
                                : new DisclosurePolicy(
                                        table,
                                        name,
                                        name.equals(PATROL) ? OperatedBy.MUNICIPALITY : OperatedBy.REGION)));
        return new Shares(policies, Map.of());
    }

    private static boolean isJournal(String name) {
        return name.equals(BridgeConfiguration.CASE_SYSTEM) || name.equals(BridgeConfiguration.CARE_MANAGEMENT);
    }

    /** What each recipient of a municipality gets, in its form. */
    public static Shares shares(BridgeConfiguration configuration, String code, Supplier<ProfileValidator> validator) {
        Municipality municipality = configuration.municipalities().get(code);
        Map<String, Form> forms = new TreeMap<>();
        municipality.recipients().forEach((name, system) -> {
            if (RecipientSystem.NIGHT_PATROL.equals(system.type())) {
                forms.put(name, form(code, new NightPatrolRecipient(name, (subject, entries) -> List.of())));
            } else {
                PrimaryCareForm primaryCare = new PrimaryCareForm(
                        PrimaryCareSources.primaryCare(code, municipality, name, system), validator.get());
                forms.put(name, new Form(primaryCare::project, primaryCare::check, primaryCare::keyOf));
            }
        });
        if (municipality.connected().contains(BridgeConfiguration.CASE_SYSTEM)) {
            Recipient journal = LifecareSources.journal(code, municipality, configuration.observe());
            forms.put(journal.name(), form(code, journal));
        }
        if (municipality.connected().contains(BridgeConfiguration.CARE_MANAGEMENT)) {
            Recipient journal = new CareManagement(CareManagementSources.careManagement(code, municipality))
                    .journal(BridgeConfiguration.CARE_MANAGEMENT);
            forms.put(journal.name(), form(code, journal));
        }
        return new Shares(Policies.of(municipality), forms);
    }

    private static Form form(String code, Recipient recipient) {
        return new Form(recipient::project, recipient::check, (person, note) -> recipient.keyOf(code, person, note));
    }
}
