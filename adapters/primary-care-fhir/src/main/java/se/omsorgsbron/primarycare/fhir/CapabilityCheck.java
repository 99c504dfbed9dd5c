package se.omsorgsbron.primarycare.fhir;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.primarycare.fhir.client.Capabilities;

/**
 * Compares what will be sent with what the server says that it takes. Asked at start, so that an engineer reads it before the
 * first item is refused. Only what the statement rules out is told: many servers leave out what they could say.
 */
public final class CapabilityCheck {
    /** What the bridge writes as its own, with ids that it chose. */
    private static final List<String> WRITTEN = List.of(
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "RelatedPerson",
            "CareTeam",
            "CarePlan",
            "Communication");

    private final PrimaryCareConfiguration configuration;
    private final Capabilities capabilities;

    public CapabilityCheck(PrimaryCareConfiguration configuration, IGenericClient client) {
        this.configuration = configuration;
        this.capabilities = new Capabilities(client);
    }

    /** Sentences, one for each thing that the server does not take; empty if there is none. Never throws. */
    public List<String> findings() {
        try {
            return findings(capabilities.read());
        } catch (RecipientUnavailable unavailable) {
            return List.of(configuration + " could not be asked what it takes: the server " + unavailable.getMessage()
                    + ". The bridge tries to deliver anyway.");
        }
    }

    private List<String> findings(CapabilityStatement statement) {
        List<String> findings = new ArrayList<>();
        if (statement.getFhirVersion() != null
                && !statement.getFhirVersion().toCode().startsWith("4.0")) {
            findings.add(configuration + " speaks FHIR "
                    + statement.getFhirVersion().toCode() + "; the bridge sends FHIR R4 (4.0.1).");
        }
        Optional<CapabilityStatementRestComponent> rest = statement.getRest().stream()
                .filter(part -> part.getMode() == RestfulCapabilityMode.SERVER)
                .findFirst();
        if (rest.isEmpty()) {
            findings.add(configuration + " does not say what it takes over REST.");
            return findings;
        }
        if (rest.get().getInteraction().stream()
                .noneMatch(interaction -> interaction.getCode() == SystemRestfulInteraction.TRANSACTION)) {
            findings.add(configuration + " takes no transactions, and the bridge sends every change as one.");
        }
        patient(rest.get(), findings);
        WRITTEN.forEach(type -> written(type, rest.get(), findings));
        return findings;
    }

    private void patient(CapabilityStatementRestComponent rest, List<String> findings) {
        Set<String> needed = configuration.createPatients()
                ? Set.of("read", "search-type", "create")
                : Set.of("read", "search-type");
        Optional<CapabilityStatementRestResourceComponent> patient = taken("Patient", needed, rest, findings);
        if (patient.isEmpty()) {
            return;
        }
        if (!patient.get().getSearchParam().isEmpty()
                && patient.get().getSearchParam().stream().noneMatch(p -> "identifier".equals(p.getName()))) {
            findings.add(configuration + " does not search Patient by identifier, so no person can be found.");
        }
        if (configuration.createPatients()
                && patient.get().hasConditionalCreate()
                && !patient.get().getConditionalCreate()) {
            findings.add(configuration + " does not create a Patient conditionally (ifNoneExist),"
                    + " so a person could be created twice.");
        }
    }

    private void written(String type, CapabilityStatementRestComponent rest, List<String> findings) {
        Optional<CapabilityStatementRestResourceComponent> resource =
                taken(type, Set.of("read", "update"), rest, findings);
        if (resource.isEmpty()) {
            return;
        }
        if (resource.get().hasUpdateCreate() && !resource.get().getUpdateCreate()) {
            findings.add(configuration + " does not let a client choose the id of a " + type
                    + ", and the bridge chooses it.");
        }
        ResourceVersionPolicy policy = resource.get().getVersioning();
        if (policy == ResourceVersionPolicy.NOVERSION || policy == ResourceVersionPolicy.VERSIONED) {
            findings.add(configuration + " does not heed If-Match for " + type
                    + ", so a change made there by somebody else is written over without notice.");
        }
    }

    private Optional<CapabilityStatementRestResourceComponent> taken(
            String type, Set<String> needed, CapabilityStatementRestComponent rest, List<String> findings) {
        Optional<CapabilityStatementRestResourceComponent> resource = rest.getResource().stream()
                .filter(candidate -> type.equals(candidate.getType()))
                .findFirst();
        if (resource.isEmpty()) {
            findings.add(configuration + " does not take " + type + "; items that hold one will be refused.");
            return resource;
        }
        Set<String> offered = resource.get().getInteraction().stream()
                .filter(interaction -> interaction.getCode() != null)
                .map(interaction -> interaction.getCode().toCode())
                .collect(Collectors.toSet());
        String lacking =
                needed.stream().filter(name -> !offered.contains(name)).sorted().collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) {
            findings.add(configuration + " does not offer " + lacking + " for " + type + ".");
        }
        return resource;
    }
}
