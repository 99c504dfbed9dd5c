package se.omsorgsbron.bridge.entrance.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.io.Serial;
import java.util.List;
import se.omsorgsbron.bridge.entrance.Denials;

/** The FHIR server. JSON alone: there is no XML reader to be tricked. */
public final class FhirEntrance extends RestfulServer {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param providers of resources
     * @param transactions takes Bundles
     */
    public FhirEntrance(List<? extends IResourceProvider> providers, Transactions transactions, Denials denials) {
        super(FhirContext.forR4());
        getFhirContext().setParserErrorHandler(new StrictErrorHandler());
        setDefaultResponseEncoding(EncodingEnum.JSON);
        setServerName("Omsorgsbron");
        setServerVersion("0.1");
        setResourceProviders(List.copyOf(providers));
        registerProvider(transactions);
        registerInterceptor(new FhirAccess(denials));
    }
}
