package se.omsorgsbron.fhirserver;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Primary care in the sandbox and in tests: a real HAPI FHIR JPA R4 server as a process of its own, at 127.0.0.1 below
 * {@code /fhir}. It takes ids that its clients choose, keeps every version, holds to referential integrity and
 * {@code If-Match}, and never answers from an earlier search. Prints {@code ready http://127.0.0.1:PORT/fhir} once it
 * answers. Arguments: {@link Options}; failing on demand: {@link FaultValve}.
 *
 * <p>Where it is told whom to trust, nobody writes without a token ({@link TokenFilter}).
 *
 * <p>An access log line is: time, method, path without query, status, milliseconds, and with tokens the client. Nothing else of a
 * request is logged.
 * It starts fastest with {@code -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}, in half the processor time.
 */
public final class FhirServer {

    /** What the bridge sends now or will, and what describes it; fewer types are a second or two less to start. */
    private static final Set<String> TYPES = Set.of(
            "Appointment",
            "AuditEvent",
            "Basic",
            "Binary",
            "Bundle",
            "CarePlan",
            "CareTeam",
            "CodeSystem",
            "Communication",
            "Consent",
            "Device",
            "DocumentReference",
            "Encounter",
            "EpisodeOfCare",
            "Flag",
            "Goal",
            "Group",
            "HealthcareService",
            "List",
            "Location",
            "Organization",
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "Provenance",
            "RelatedPerson",
            "SearchParameter",
            "StructureDefinition",
            "Task",
            "ValueSet");

    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private FhirServer() {}

    /**
     * Starts the server and returns when it is ready; with the argument {@code train} it asks itself one thing and ends, so that the
     * JVM can archive the classes of a start. Exit code 2 on unusable arguments or a port that is taken. */
    public static void main(String[] args) throws IOException {
        try {
            boolean trains = List.of(args).equals(List.of("train"));
            String base = "http://127.0.0.1:" + start(Options.parse(trains ? List.of() : List.of(args))) + "/fhir";
            System.out.println("ready " + base);
            if (trains) {
                try (InputStream answer = URI.create(base + "/metadata").toURL().openStream()) {
                    answer.readAllBytes();
                }
                System.exit(0);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (LifecycleException e) {
            System.err.println("The server cannot listen at 127.0.0.1; is the port taken? Try another --port, or 0");
            System.exit(2);
        }
    }

    private static int start(Options options) throws LifecycleException, IOException {
        TOMCAT_LOG.setLevel(Level.WARNING);
        // Two threads that both wake SLF4J would make it complain.
        LoggerFactory.getILoggerFactory();
        new Thread(JpaConfiguration::warmUp, "warm-up").start();
        AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
        spring.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fhirserver", store(options)));
        spring.register(JpaConfiguration.class);
        spring.refresh();
        Tomcat tomcat = tomcat(options, restfulServer(spring));
        tomcat.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(tomcat, spring), "close"));
        if (options.data().isPresent()) {
            Files.writeString(schemaMarker(options.data().get()), "");
        }
        return tomcat.getConnector().getLocalPort();
    }

    /** Lets no request in before the store closes, or those would fail in ways that no real server does. */
    private static void close(Tomcat tomcat, AnnotationConfigApplicationContext spring) {
        try {
            tomcat.stop();
        } catch (LifecycleException e) {
            System.err.println(
                    "The server did not stop cleanly: " + e.getClass().getSimpleName());
        } finally {
            spring.close();
        }
    }

    private static Map<String, Object> store(Options options) throws IOException {
        if (options.data().isEmpty()) {
            return properties("jdbc:h2:mem:fhir;DB_CLOSE_DELAY=-1", "create");
        }
        Path folder = Files.createDirectories(options.data().get().toAbsolutePath());
        // A start that was cut short leaves half a schema and no marker: then it is made anew, as nothing is lost.
        return properties(
                "jdbc:h2:file:" + folder.resolve("fhir") + ";DB_CLOSE_ON_EXIT=FALSE",
                Files.exists(schemaMarker(folder)) ? "none" : "create");
    }

    private static Path schemaMarker(Path folder) {
        return folder.resolve("schema-complete");
    }

    private static Map<String, Object> properties(String url, String schema) {
        return Map.of(JpaConfiguration.JDBC_URL, url, JpaConfiguration.SCHEMA, schema, "scheduling_disabled", "true");
    }

    private static RestfulServer restfulServer(AnnotationConfigApplicationContext spring) {
        spring.getBean(DaoRegistry.class).setSupportedResourceTypes(new HashSet<>(TYPES));
        RestfulServer server = new RestfulServer(spring.getBean(FhirContext.class));
        server.setInterceptorService(spring.getBean(IInterceptorService.class));
        server.registerProviders(spring.getBean(ResourceProviderFactory.class).createProviders());
        server.registerProvider(spring.getBean(JpaSystemProvider.class));
        server.setPagingProvider(spring.getBean(DatabaseBackedPagingProvider.class));
        server.setServerConformanceProvider(new JpaCapabilityStatementProvider(
                server,
                spring.getBean(IFhirSystemDao.class),
                spring.getBean(JpaStorageSettings.class),
                spring.getBean(ISearchParamRegistry.class),
                spring.getBean(IValidationSupport.class)));
        return server;
    }

    private static Tomcat tomcat(Options options, RestfulServer server) throws IOException {
        Tomcat tomcat = new Tomcat();
        Path base = options.data().isPresent()
                ? options.data().get().resolve("tomcat")
                : Files.createTempDirectory("fhir-server");
        tomcat.setBaseDir(base.toAbsolutePath().toString());
        tomcat.setPort(options.port());
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setThrowOnFailure(true);
        tomcat.getHost().getPipeline().addValve(new FaultValve());
        options.accessLog()
                .map(file ->
                        RequestLog.in(file.toAbsolutePath(), options.trust().isPresent()))
                .ifPresent(tomcat.getHost().getPipeline()::addValve);
        Context context = tomcat.addContext("", null);
        options.trust().ifPresent(trust -> new TokenFilter(trust).guard(context));
        Tomcat.addServlet(context, "fhir", server).setLoadOnStartup(1);
        context.addServletMappingDecoded("/fhir/*", "fhir");
        return tomcat;
    }
}
