package se.omsorgsbron.primarycare.fhir.client;

import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.recipient.RecipientUnavailable;

/** Finds the recipient's own record of a person by identity number. Thread-safe. */
public final class PatientFinder {
    private static final int ENOUGH_TO_SEE_THAT_THERE_ARE_SEVERAL = 20;
    private static final int LONGEST_CHAIN_OF_MERGES = 5;

    private final IGenericClient client;
    private final Stock stock;

    public PatientFinder(IGenericClient client, Stock stock) {
        this.client = client;
        this.stock = stock;
    }

    /** What the search gave. */
    public sealed interface Found {
        /**
         * One record.
         *
         * @param location such as {@code Patient/17}
         * @param version the recipient's version of it; empty text where it keeps none
         */
        record One(String location, String version) implements Found {}

        /** No record at all. */
        record None() implements Found {}

        /** More than one record, and nothing that tells which. */
        record Several() implements Found {}

        /** Only a record that was merged into one that is not there: nothing may be tied to it, and no twin made. */
        record DeadEnd() implements Found {}
    }

    /**
     * Searches by {@code POST Patient/_search}, so that the number stands in no URL, and past the server's cache. A record
     * that was merged into another ({@code replaced-by}) leads to that one. Of several, those marked as inactive do not count;
     * a single one does, since systems mark people so whom they have not seen for long.
     *
     * @throws RecipientUnavailable if the recipient did not say
     */
    public Found find(Identifier number) throws RecipientUnavailable {
        List<Patient> hits = search(number);
        if (hits.isEmpty()) {
            return new Found.None();
        }
        Map<String, Patient> ends = new TreeMap<>();
        for (Patient hit : hits) {
            successor(hit).ifPresent(patient -> ends.put(location(patient), patient));
        }
        if (ends.isEmpty()) {
            return new Found.DeadEnd();
        }
        if (ends.size() > 1) {
            ends.values().removeIf(PatientFinder::inactive);
        }
        return ends.size() == 1 ? one(ends.values().iterator().next()) : new Found.Several();
    }

    /** The record that the recipient keeps at {@code location}, or what that one was merged into, if it is there. */
    public Optional<Found.One> at(String location) throws RecipientUnavailable {
        Optional<Resource> held = stock.read(location);
        if (held.isEmpty() || !(held.get() instanceof Patient patient)) {
            return Optional.empty();
        }
        return successor(patient).map(PatientFinder::one);
    }

    private List<Patient> search(Identifier number) throws RecipientUnavailable {
        Bundle bundle;
        try {
            bundle = OnceMore.with(() -> client.search()
                    .forResource(Patient.class)
                    .where(Patient.IDENTIFIER.exactly().systemAndCode(number.getSystem(), number.getValue()))
                    .count(ENOUGH_TO_SEE_THAT_THERE_ARE_SEVERAL)
                    .usingStyle(SearchStyleEnum.POST)
                    .cacheControl(new CacheControlDirective().setNoCache(true))
                    .returnBundle(Bundle.class)
                    .execute());
        } catch (RuntimeException failure) {
            throw Failures.unavailable(failure);
        }
        List<Patient> hits = new ArrayList<>();
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            // A server that does not know a parameter may leave it out and answer with everybody it has.
            if (entry.getResource() instanceof Patient patient && has(patient, number)) {
                hits.add(patient);
            }
        }
        return hits;
    }

    private Optional<Patient> successor(Patient patient) throws RecipientUnavailable {
        Patient current = patient;
        for (int step = 0; step < LONGEST_CHAIN_OF_MERGES; step++) {
            Optional<String> next = replacedBy(current);
            if (next.isEmpty()) {
                return Optional.of(current);
            }
            Optional<Resource> read = stock.read(next.get());
            if (read.isEmpty() || !(read.get() instanceof Patient successor)) {
                return Optional.empty();
            }
            current = successor;
        }
        return Optional.empty();
    }

    private static boolean inactive(Patient patient) {
        return patient.hasActive() && !patient.getActive();
    }

    private static Optional<String> replacedBy(Patient patient) {
        return patient.getLink().stream()
                .filter(link -> link.getType() == Patient.LinkType.REPLACEDBY)
                .map(Patient.PatientLinkComponent::getOther)
                .map(Reference::getReferenceElement)
                .filter(other -> other.hasIdPart())
                .map(other -> "Patient/" + other.getIdPart())
                .findFirst();
    }

    private static boolean has(Patient patient, Identifier number) {
        return patient.getIdentifier().stream()
                .anyMatch(identifier -> number.getSystem().equals(identifier.getSystem())
                        && number.getValue().equalsIgnoreCase(identifier.getValue()));
    }

    private static Found.One one(Patient patient) {
        String version = patient.getMeta().getVersionId();
        return new Found.One(location(patient), version == null ? "" : version);
    }

    private static String location(Patient patient) {
        return "Patient/" + patient.getIdElement().getIdPart();
    }
}
