package se.omsorgsbron.lifecare.wire;

import se.omsorgsbron.api.domain.SourceReference;

/** The lists of Lifecare that are read; named as their path segment in the contract. */
public enum Resource {
    CLIENTS("clients", 1),
    PROVIDER_CONTACT_PERSONNELS("provider_contact_personnels", 1),
    /** Version 2: version 1 is obsolete and lacks the HSA-id. */
    PERSONNEL("personnel", 2),
    PROVIDER_UNITS("provider_units", 1),
    PROVIDER_HEADLINES("provider_headlines", 1),
    SOL_DECISIONS("sol_decisions", 1, true),
    EXECUTIONS("executions", 1, true),
    SERVICE_PLANS("service_plans", 1),
    DOCUMENTATIONS("documentations", 1, true),
    RELATIVES("relatives", 1),
    CONTACTS("contacts", 1),
    CLIENT_CRITICAL_INFORMATIONS("client_critical_informations", 1),
    REPORTED_VISITS("reported_visits", 1, true);

    /** The source system in {@link SourceReference}. */
    public static final String SYSTEM = "lifecare";

    private final String code;
    private final int version;
    private final boolean looksUpById;

    Resource(String code, int version) {
        this(code, version, false);
    }

    Resource(String code, int version, boolean looksUpById) {
        this.code = code;
        this.version = version;
        this.looksUpById = looksUpById;
    }

    /** Name of the list, such as {@code service_plans}. */
    public String code() {
        return code;
    }

    /** Path under the base URI, such as {@code /api/v1/service_plans}. */
    public String path() {
        return "/api/v" + version + "/" + code;
    }

    /**
     * Whether one record can be asked for by its {@code Id}. A client can only by its identity number, which has no place in a
     * URL.
     */
    public boolean looksUpById() {
        return looksUpById;
    }

    /** Reference to the record with that id. */
    public SourceReference source(String id) {
        return new SourceReference(SYSTEM, code, id);
    }
}
