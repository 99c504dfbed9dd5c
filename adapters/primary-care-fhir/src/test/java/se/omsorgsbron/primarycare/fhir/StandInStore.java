package se.omsorgsbron.primarycare.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.primarycare.fhir.FhirStandIn.Reply;

/** What the stand-in holds: the current version of each resource; a transaction is stored whole or not at all. */
public final class StandInStore {
    private final Map<String, Resource> held = new TreeMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private int created;

    /** Resources that it takes offence at; the answer quotes them, as servers do. */
    public Predicate<Resource> refuses = resource -> false;
    /** How many transactions it still answers with a conflict that nothing explains. */
    public int passingConflicts;
    /** The status for a stale If-Match: 409 from some servers, 412 from others. */
    public int staleStatus = 412;

    /** Ends a request with that answer. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Reply reply;

        Fault(Reply reply) {
            this.reply = reply;
        }

        Reply reply() {
            return reply;
        }
    }

    /** Puts a resource there as somebody else would. */
    public synchronized String put(Resource resource) {
        String key = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        return store(key, resource.copy());
    }

    public synchronized void delete(String key) {
        held.remove(key);
    }

    public synchronized Optional<Resource> get(String key) {
        return Optional.ofNullable(held.get(key)).map(Resource::copy);
    }

    public synchronized Set<String> keys() {
        return Set.copyOf(held.keySet());
    }

    synchronized Resource read(String key) {
        return get(key).orElseThrow(() -> fault(404, OperationOutcome.IssueType.NOTFOUND, key));
    }

    synchronized Bundle patients(String token) {
        Bundle found = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        held.values().stream()
                .filter(resource -> resource instanceof Patient patient && has(patient, token))
                .forEach(patient -> found.addEntry().setResource(patient.copy()));
        return found;
    }

    synchronized Bundle transaction(Bundle bundle) {
        if (passingConflicts > 0) {
            passingConflicts--;
            throw fault(409, OperationOutcome.IssueType.CONFLICT, "somebody else was writing");
        }
        Map<String, String> assigned = new HashMap<>();
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            assigned.put(entry.getFullUrl(), key(entry));
        }
        bundle.getEntry().forEach(entry -> check(entry, assigned));
        Bundle answer = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            String key = assigned.get(entry.getFullUrl());
            boolean matched = entry.getRequest().hasIfNoneExist() && held.containsKey(key);
            boolean fresh = !held.containsKey(key);
            String version = matched ? held.get(key).getMeta().getVersionId() : store(key, entry.getResource());
            answer.addEntry()
                    .getResponse()
                    .setStatus(fresh ? "201 Created" : "200 OK")
                    .setEtag("W/\"" + version + "\"")
                    .setLocation(key + "/_history/" + version);
        }
        return answer;
    }

    private String key(Bundle.BundleEntryComponent entry) {
        if (!entry.getRequest().hasIfNoneExist()) {
            return entry.getRequest().getUrl();
        }
        String criteria = URLDecoder.decode(entry.getRequest().getIfNoneExist(), StandardCharsets.UTF_8);
        Bundle found = patients(criteria.substring("identifier=".length()));
        if (found.getEntry().size() > 1) {
            throw fault(412, OperationOutcome.IssueType.DUPLICATE, criteria);
        }
        return found.getEntry().isEmpty()
                ? "Patient/p" + ++created
                : "Patient/"
                        + found.getEntryFirstRep().getResource().getIdElement().getIdPart();
    }

    private void check(Bundle.BundleEntryComponent entry, Map<String, String> assigned) {
        if (refuses.test(entry.getResource())) {
            String quoted = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(entry.getResource());
            throw fault(422, OperationOutcome.IssueType.INVARIANT, quoted);
        }
        if (entry.getRequest().hasIfMatch()) {
            Resource current = held.get(entry.getRequest().getUrl());
            String version = current == null ? "none" : current.getMeta().getVersionId();
            if (!entry.getRequest().getIfMatch().equals("W/\"" + version + "\"")) {
                throw fault(staleStatus, OperationOutcome.IssueType.CONFLICT, "version");
            }
        }
        FhirContext.forR4Cached()
                .newTerser()
                .getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class)
                .stream()
                .filter(reference ->
                        reference.hasReference() && !reference.getReference().startsWith("#"))
                .forEach(reference -> resolve(reference, assigned));
    }

    private void resolve(Reference reference, Map<String, String> assigned) {
        String literal = reference.getReference();
        String target = assigned.getOrDefault(literal, literal);
        if (!held.containsKey(target) && !assigned.containsValue(target)) {
            throw fault(400, OperationOutcome.IssueType.PROCESSING, "not found: " + literal);
        }
        reference.setReference(target);
    }

    private String store(String key, Resource resource) {
        resource.setId(key.substring(key.indexOf('/') + 1));
        int version = versions.merge(key, 1, Integer::sum);
        resource.getMeta().setVersionId(Integer.toString(version));
        if (resource.getMeta().hasSource()) {
            resource.getMeta().setSource(resource.getMeta().getSource() + "#request" + version);
        }
        held.put(key, resource);
        return Integer.toString(version);
    }

    private static boolean has(Patient patient, String token) {
        return patient.getIdentifier().stream().anyMatch(i -> token.equals(i.getSystem() + "|" + i.getValue()));
    }

    private static Fault fault(int status, OperationOutcome.IssueType code, String diagnostics) {
        return new Fault(Reply.outcome(status, code, diagnostics, "Bundle.entry[0].resource"));
    }
}
