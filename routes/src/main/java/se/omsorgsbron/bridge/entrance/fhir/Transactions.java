package se.omsorgsbron.bridge.entrance.fhir;

import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.bridge.access.Interaction;
import se.omsorgsbron.bridge.entrance.CallerToken;
import se.omsorgsbron.bridge.entrance.fhir.PrimaryCareWords.Read;
import se.omsorgsbron.bridge.intake.PrimaryCareDesk;
import se.omsorgsbron.bridge.intake.PrimaryCareDesk.Outcome;

/** Transaction Bundles of what primary care writes: everything in one is taken, or nothing. */
public final class Transactions {
    private static final int MOST_ENTRIES = 200;

    private final PrimaryCareWords words;
    private final PrimaryCareDesk desk;

    public Transactions(PrimaryCareWords words, PrimaryCareDesk desk) {
        this.words = words;
        this.desk = desk;
    }

    /** Takes it in. What is wrong is told of every entry at once. */
    @Transaction
    public Bundle transaction(@TransactionParam Bundle bundle) {
        OperationOutcome wrong = shape(bundle);
        List<Read> reads = new ArrayList<>();
        if (!wrong.hasIssue()) {
            Set<SourceReference> places = new HashSet<>();
            for (int i = 0; i < bundle.getEntry().size(); i++) {
                Read read = words.read(bundle.getEntry().get(i).getResource());
                reads.add(read);
                add(wrong, i, read.problems());
                if (read.sent().isPresent()
                        && !places.add(read.sent().get().written().source())) {
                    add(wrong, i, List.of(problem("identifier", "one that stands twice in the Bundle", "each once")));
                }
            }
        }
        if (wrong.hasIssue()) {
            throw refused(wrong);
        }
        List<Outcome> outcomes = desk.take(
                CallerToken.current().ownMunicipality(),
                reads.stream().map(read -> read.sent().orElseThrow()).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            add(wrong, i, WordsTaken.problems(outcomes.get(i)));
        }
        if (wrong.hasIssue()) {
            throw refused(wrong);
        }
        return answer(bundle, reads, outcomes);
    }

    private static OperationOutcome shape(Bundle bundle) {
        OperationOutcome wrong = new OperationOutcome();
        if (bundle.getType() != BundleType.TRANSACTION) {
            add(wrong, "Bundle.", problem("type", "another", "transaction"));
        }
        if (bundle.getEntry().isEmpty() || bundle.getEntry().size() > MOST_ENTRIES) {
            add(wrong, "Bundle.", problem("entry", bundle.getEntry().size() + " entries", "1 to " + MOST_ENTRIES));
        }
        for (int i = 0; i < Math.min(bundle.getEntry().size(), MOST_ENTRIES); i++) {
            entry(wrong, bundle.getEntry().get(i), "Bundle.entry[" + i + "].");
        }
        return wrong;
    }

    private static void entry(OperationOutcome wrong, BundleEntryComponent entry, String place) {
        Resource resource = entry.getResource();
        if (!(resource instanceof Communication || resource instanceof CareTeam)) {
            add(wrong, place, problem("resource", "another type", "a Communication or a CareTeam"));
        } else if (!CallerToken.current().may(resource.fhirType(), Interaction.CREATE)) {
            throw new ForbiddenOperationException(
                    "The client's role, or the scopes of its token, do not cover this with this type of resource.");
        } else if (entry.getRequest().getMethod() != HTTPVerb.POST
                || !resource.fhirType().equals(entry.getRequest().getUrl())) {
            add(wrong, place, problem("request", "another", "POST and the type: the identifier tells what it is"));
        }
    }

    private static Bundle answer(Bundle bundle, List<Read> reads, List<Outcome> outcomes) {
        Bundle answer = new Bundle();
        answer.setType(BundleType.TRANSACTIONRESPONSE);
        for (int i = 0; i < outcomes.size(); i++) {
            String type = bundle.getEntry().get(i).getResource().fhirType();
            Read read = reads.get(i);
            boolean isNew = ((Outcome.Taken) outcomes.get(i)).isNew();
            answer.addEntry()
                    .getResponse()
                    .setStatus(isNew ? "201 Created" : "200 OK")
                    .setLocation(type + "/"
                            + read.sent().orElseThrow().written().source().id())
                    .setOutcome(Outcomes.well(type + ".", read.unused()));
        }
        return answer;
    }

    private static void add(OperationOutcome wrong, int entry, List<Problem> problems) {
        String place = "Bundle.entry[" + entry + "].resource.";
        problems.forEach(problem -> add(wrong, place, problem));
    }

    private static void add(OperationOutcome wrong, String place, Problem problem) {
        Outcomes.of(place, List.of(problem)).getIssue().forEach(wrong::addIssue);
    }

    private static UnprocessableEntityException refused(OperationOutcome wrong) {
        return new UnprocessableEntityException("Nothing of it was taken in.", wrong);
    }

    private static Problem problem(String element, String found, String expected) {
        return new Problem(Reason.INVALID_RESOURCE, element, found, expected);
    }
}
