package se.omsorgsbron.lifecare.supplements;

import java.util.Map;
import se.omsorgsbron.api.domain.ContactStep.Exemption;
import se.omsorgsbron.api.domain.ContactStep.Step;
import se.omsorgsbron.api.domain.ProofOfTitle;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.Rank;

/** The words of the file, and what they mean. */
final class SupplementCodes {
    static final Map<String, Step> STEPS = Map.of(
            "offered", Step.OFFERED,
            "declined", Step.DECLINED,
            "exempted", Step.EXEMPTED,
            "asked", Step.ASKED,
            "informed-orally", Step.INFORMED_ORALLY,
            "informed-in-writing", Step.INFORMED_IN_WRITING,
            "informed-of-right-to-change", Step.INFORMED_OF_RIGHT_TO_CHANGE);
    static final Map<String, Exemption> EXEMPTIONS = Map.of(
            "only-safety-alarm", Exemption.ONLY_SAFETY_ALARM,
            "only-service", Exemption.ONLY_SERVICE,
            "other", Exemption.OTHER);
    static final Map<String, Rank> RANKS = Map.of("first", Rank.FIRST, "second", Rank.SECOND);
    static final Map<String, ProofOfTitle.Kind> PROOFS = Map.of(
            "protected-title", ProofOfTitle.Kind.PROTECTED_TITLE,
            "employed-2023-07-01", ProofOfTitle.Kind.EMPLOYED_2023_07_01);

    static final Map<String, ProtectedIdentity> PROTECTIONS = Map.of(
            "sekretessmarkering", ProtectedIdentity.CONFIDENTIALITY_MARKED,
            "skyddad-folkbokforing", ProtectedIdentity.PROTECTED_REGISTRATION);

    private SupplementCodes() {}
}
