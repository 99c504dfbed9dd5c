package se.omsorgsbron.api.domain;

/**
 * Where a fact stands in its source.
 *
 * @param system the source, such as {@code lifecare} or {@code supplements}
 * @param resource its kind of record, such as {@code service_plans}
 * @param id the record's id there; never an identity number
 */
public record SourceReference(String system, String resource, String id) {

    /** The form in which it is shown: {@code lifecare/service_plans/1207}. */
    public String path() {
        return system + "/" + resource + "/" + id;
    }

    @Override
    public String toString() {
        return path();
    }
}
