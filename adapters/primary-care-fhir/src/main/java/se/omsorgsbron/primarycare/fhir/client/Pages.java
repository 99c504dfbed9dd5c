package se.omsorgsbron.primarycare.fhir.client;

import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.source.SourceUnavailable;

/** Reads what a server has of a type, page by page, and what was deleted there. Thread-safe. */
public final class Pages {
    /** So many pages are no list of one's own patients any more. */
    private static final int MOST_PAGES = 100_000;

    private static final Set<Integer> NOT_OFFERED = Set.of(400, 404, 405, 422, 501);

    private final IGenericClient client;
    private final URI base;
    private final int size;

    /** @param size resources asked for at a time */
    public Pages(IGenericClient client, int size) {
        this.client = client;
        this.base = URI.create(client.getServerBase());
        this.size = size;
    }

    /**
     * Gives every resource of the type to {@code sink}, in the order of their last change.
     *
     * @param filter a further parameter with its value, ready for an address; "" for none
     * @param since changed at that time or later; empty for all
     * @return the server's time at the first page, where it told one
     */
    public Optional<Instant> read(
            Class<? extends Resource> type, String filter, Optional<Instant> since, Consumer<Resource> sink)
            throws SourceUnavailable {
        String url = type.getSimpleName() + "?"
                + since.map(mark -> "_lastUpdated=ge" + mark.truncatedTo(ChronoUnit.SECONDS) + "&")
                        .orElse("")
                + "_sort=_lastUpdated&_count=" + size + (filter.isEmpty() ? "" : "&" + filter);
        Bundle first = ask(() -> client.search()
                .byUrl(url)
                .cacheControl(new CacheControlDirective().setNoCache(true))
                .returnBundle(Bundle.class)
                .execute());
        all(first, entry -> {
            if (type.isInstance(entry.getResource())) {
                sink.accept(entry.getResource());
            }
        });
        return Optional.ofNullable(first.getMeta().getLastUpdated()).map(Date::toInstant);
    }

    /** The last that a server remembers of each resource of the type that was deleted since; none where it keeps no history. */
    public List<Resource> deleted(Class<? extends Resource> type, Instant since) throws SourceUnavailable {
        Set<String> ids = new HashSet<>();
        try {
            Bundle first = client.history()
                    .onType(type)
                    .returnBundle(Bundle.class)
                    .since(Date.from(since))
                    .count(size)
                    .execute();
            all(first, entry -> {
                if (entry.getRequest().getMethod() == HTTPVerb.DELETE) {
                    ids.add(new IdType(entry.getRequest().getUrl()).getIdPart());
                }
            });
        } catch (RuntimeException failure) {
            if (notOffered(failure)) {
                return List.of();
            }
            throw unavailable(failure);
        }
        List<Resource> last = new ArrayList<>();
        for (String id : ids) {
            Bundle versions = ask(() -> client.history()
                    .onInstance(new IdType(type.getSimpleName(), id))
                    .returnBundle(Bundle.class)
                    .execute());
            // The newest first; a version without a resource is the deletion. Who came back is not gone.
            boolean gone = !versions.getEntry().isEmpty()
                    && versions.getEntryFirstRep().getRequest().getMethod() == HTTPVerb.DELETE;
            versions.getEntry().stream()
                    .map(BundleEntryComponent::getResource)
                    .filter(type::isInstance)
                    .limit(gone ? 1 : 0)
                    .forEach(last::add);
        }
        return last;
    }

    private void all(Bundle first, Consumer<BundleEntryComponent> sink) throws SourceUnavailable {
        Set<String> read = new HashSet<>();
        Bundle page = first;
        while (true) {
            page.getEntry().forEach(sink);
            Optional<String> next = Optional.ofNullable(page.getLink("next")).map(link -> link.getUrl());
            if (next.isEmpty()) {
                return;
            }
            if (!own(next.get())) {
                throw new SourceUnavailable("the next page lies at another address than the server's");
            }
            if (!read.add(next.get()) || read.size() > MOST_PAGES) {
                throw new SourceUnavailable("the pages have no end");
            }
            page = ask(() -> client.loadPage()
                    .byUrl(next.get())
                    .andReturnBundle(Bundle.class)
                    .cacheControl(new CacheControlDirective().setNoCache(true))
                    .execute());
        }
    }

    /** Privacy: a token is shown to no other server than the one that is configured. */
    private boolean own(String address) {
        try {
            URI uri = URI.create(address);
            return base.getScheme().equals(uri.getScheme())
                    && base.getAuthority().equals(uri.getAuthority())
                    && uri.normalize().getPath().startsWith(base.getPath());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static <T> T ask(Supplier<T> call) throws SourceUnavailable {
        try {
            return OnceMore.with(call);
        } catch (RuntimeException failure) {
            throw unavailable(failure);
        }
    }

    private static boolean notOffered(RuntimeException failure) {
        return failure instanceof BaseServerResponseException response
                && NOT_OFFERED.contains(response.getStatusCode());
    }

    private static SourceUnavailable unavailable(RuntimeException failure) {
        return new SourceUnavailable(
                "the server " + Failures.unavailable(failure).getMessage());
    }
}
