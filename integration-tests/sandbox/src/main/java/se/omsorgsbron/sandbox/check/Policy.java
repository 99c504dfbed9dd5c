package se.omsorgsbron.sandbox.check;

/** What a municipality discloses to primary care of each person. */
@FunctionalInterface
public interface Policy {
    /** What of that person. */
    Disclosed of(CaseFile file, Citizen citizen);
}
