package se.omsorgsbron.bridge.disclosure;

/** Who runs a recipient's system: some grounds depend on it. */
public enum OperatedBy {
    /** The region, or a care provider on its behalf. */
    REGION,
    /** The municipality whose data it is. */
    MUNICIPALITY,
    /** A private provider of social services on the municipality's behalf. */
    PRIVATE_PROVIDER
}
