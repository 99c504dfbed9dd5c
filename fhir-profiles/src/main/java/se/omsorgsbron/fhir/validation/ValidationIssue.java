package se.omsorgsbron.fhir.validation;

/**
 * One thing that the validator found. Carries no value of the resource, so it may be shown and kept.
 *
 * @param severity how bad it is; from {@link Severity#ERROR} on, nothing is sent
 * @param location FHIRPath of the element, such as {@code CareTeam.participant[1]}
 * @param text what is wrong: an invariant's own words (Swedish / English), else the validator's with every value left out
 * @param id the invariant's key, such as {@code pct-1}, else the validator's message id
 */
public record ValidationIssue(Severity severity, String location, String text, String id) {

    /** Worst first. */
    public enum Severity {
        FATAL,
        ERROR,
        WARNING,
        INFORMATION
    }

    /** Whether it keeps the resource from being sent. */
    public boolean blocks() {
        return severity == Severity.FATAL || severity == Severity.ERROR;
    }
}
