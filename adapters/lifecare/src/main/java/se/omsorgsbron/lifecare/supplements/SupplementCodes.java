package se.omsorgsbron.lifecare.supplements;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.omsorgsbron.api.domain.ContactStep.Exemption;
import se.omsorgsbron.api.domain.ContactStep.Step;
import se.omsorgsbron.api.domain.ProofOfTitle;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.lifecare.wire.Resource;

/** The words of the file, and what they mean. */
final class SupplementCodes {
    static final String PROTECTED = "protected-identity";
    static final String NOT_FOR_PATIENT = "not-for-patient";
    /** Kinds of which a last day says nothing. */
    static final Set<String> WITHOUT_END = Set.of("signed-routine", PROTECTED, NOT_FOR_PATIENT);

    /** An id of Lifecare's. */
    static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    /** Of a document: a note's need not be a number. */
    private static final Pattern DOCUMENT_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

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

    static final Map<String, Resource> DOCUMENTS = Map.of(
            "note", Resource.DOCUMENTATIONS,
            "plan", Resource.SERVICE_PLANS,
            "critical-information", Resource.CLIENT_CRITICAL_INFORMATIONS);

    private SupplementCodes() {}

    /** Whether a row of that kind guards somebody: then it counts however badly it is written. */
    static boolean stops(String kind) {
        return RecordedGrounds.stops(kind) || kind.equals(PROTECTED) || kind.equals(NOT_FOR_PATIENT);
    }

    /** The record that is meant by a word for its kind and its id, such as {@code note:300123}. */
    static Optional<SourceReference> document(String value) {
        int colon = value.indexOf(':');
        String id = value.substring(colon + 1).strip();
        return Optional.ofNullable(DOCUMENTS.get(value.substring(0, Math.max(colon, 0))))
                .filter(resource -> DOCUMENT_ID.matcher(id).matches())
                .map(resource -> resource.source(id));
    }
}
