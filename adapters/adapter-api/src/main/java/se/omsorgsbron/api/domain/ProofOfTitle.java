package se.omsorgsbron.api.domain;

/**
 * Bevis om skyddad yrkestitel som undersköterska, or the transition rule for those permanently employed with that title on
 * 2023-07-01, which counts until 2033-06-30 (Socialtjänstlagen 2025:400, 25 kap. 4 §).
 *
 * @param kind which of the two
 * @param validity first and last day
 */
public record ProofOfTitle(Kind kind, Period validity) implements FactContent {

    /** What the right to the title rests on. */
    public enum Kind {
        PROTECTED_TITLE,
        EMPLOYED_2023_07_01
    }
}
