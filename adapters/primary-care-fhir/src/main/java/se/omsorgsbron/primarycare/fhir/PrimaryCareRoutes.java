package se.omsorgsbron.primarycare.fhir;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import org.apache.camel.builder.RouteBuilder;

/**
 * The adapter's Camel route, one per recipient: takes a transaction bundle, sends it, gives the answer. It has no error handler:
 * whether and when something is sent again is decided by the bridge, which looks before it does.
 */
public final class PrimaryCareRoutes extends RouteBuilder {
    private final PrimaryCareConfiguration configuration;
    private final IGenericClient client;

    /**
     * @param configuration which recipient
     * @param client its client, as {@link se.omsorgsbron.primarycare.fhir.client.FhirClients} makes it
     */
    public PrimaryCareRoutes(PrimaryCareConfiguration configuration, IGenericClient client) {
        this.configuration = configuration;
        this.client = client;
    }

    /** The route's id, such as {@code primary-care.0127.transaction}. */
    public static String routeId(PrimaryCareConfiguration configuration) {
        return configuration.name() + "." + configuration.municipality() + ".transaction";
    }

    /** The route's entrance: takes a {@code Bundle} of type transaction, gives the server's. */
    public static String endpoint(PrimaryCareConfiguration configuration) {
        return "direct:" + routeId(configuration);
    }

    @Override
    public void configure() {
        String bean = routeId(configuration) + ".client";
        getContext().getRegistry().bind(bean, IGenericClient.class, client);
        from(endpoint(configuration))
                .routeId(routeId(configuration))
                .errorHandler(noErrorHandler())
                .to("fhir://transaction/withBundle?inBody=bundle&fhirVersion=R4&client=#" + bean)
                .id(routeId(configuration) + ".send");
    }
}
