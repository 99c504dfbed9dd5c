package se.omsorgsbron.primarycare.fhir.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import se.omsorgsbron.api.recipient.RecipientUnavailable;

/** Sends transaction bundles through the adapter's Camel route and reads the answer. Thread-safe. */
public final class Transactions {
    private static final Pattern STATUS = Pattern.compile("([0-9]{3}).*", Pattern.DOTALL);
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?([^\"]+)\"?");
    private static final Pattern LOCATION =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})(?:/_history/([A-Za-z0-9.-]{1,64}))?");

    private final ProducerTemplate template;
    private final String endpoint;

    /**
     * @param template sends to the route
     * @param endpoint the route's entrance
     */
    public Transactions(ProducerTemplate template, String endpoint) {
        this.template = template;
        this.endpoint = endpoint;
    }

    /**
     * Sends one bundle.
     *
     * @throws RecipientUnavailable if there was no answer that decides
     */
    public Answer send(Bundle bundle) throws RecipientUnavailable {
        Object answer;
        try {
            answer = OnceMore.with(() -> template.requestBody(endpoint, bundle));
        } catch (RuntimeException failure) {
            return Failures.answer(failure);
        }
        if (answer instanceof Bundle response
                && response.getEntry().size() == bundle.getEntry().size()) {
            return read(response);
        }
        throw new RecipientUnavailable("answered a transaction with something else than its result");
    }

    private static Answer read(Bundle response) throws RecipientUnavailable {
        List<Answer.Entry> entries = new ArrayList<>();
        for (Bundle.BundleEntryComponent entry : response.getEntry()) {
            int status = status(entry.getResponse().getStatus());
            if (status == 409 || status == 412) {
                return new Answer.Conflict(status);
            }
            if (status >= 400) {
                // Some servers take a transaction for a batch: then nothing can be said of it as a whole.
                return new Answer.Refused(refusal(status, entry));
            }
            entries.add(entry(status, entry));
        }
        return new Answer.Taken(entries);
    }

    private static Answer.Refusal refusal(int status, Bundle.BundleEntryComponent entry) {
        return entry.getResponse().getOutcome() instanceof OperationOutcome outcome
                ? Failures.refusal(status, outcome)
                : Answer.Refusal.of(status);
    }

    private static Answer.Entry entry(int status, Bundle.BundleEntryComponent entry) {
        String location =
                entry.getResponse().hasLocation() ? entry.getResponse().getLocation() : "";
        Matcher place = LOCATION.matcher(location);
        boolean placed = place.matches();
        Optional<String> version = version(entry.getResponse())
                .or(() -> placed ? Optional.ofNullable(place.group(2)) : Optional.empty())
                .or(() -> Optional.ofNullable(entry.getResource())
                        .map(r -> r.getMeta().getVersionId()));
        return new Answer.Entry(status, version, placed ? Optional.of(place.group(1)) : Optional.empty());
    }

    private static Optional<String> version(Bundle.BundleEntryResponseComponent response) {
        Matcher etag = ETAG.matcher(response.hasEtag() ? response.getEtag().strip() : "");
        return etag.matches() ? Optional.of(etag.group(1)) : Optional.empty();
    }

    private static int status(String text) throws RecipientUnavailable {
        Matcher status = STATUS.matcher(text == null ? "" : text.strip());
        if (!status.matches()) {
            throw new RecipientUnavailable("answered a transaction without saying what became of an entry");
        }
        int code = Integer.parseInt(status.group(1));
        if (code >= 500) {
            throw new RecipientUnavailable("answered status " + code + " for an entry");
        }
        return code;
    }
}
