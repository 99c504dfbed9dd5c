package se.omsorgsbron.fhir.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import se.omsorgsbron.api.domain.ContactStep.Exemption;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.ProofOfTitle;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.api.record.PersonRecord.Vacancy.Why;
import se.omsorgsbron.fhir.Canonicals;

/** Every code table between the domain and FHIR. */
public final class Codes {
    /** fast omsorgskontakt i hemtjänsten. */
    public static final Code PERMANENT_CARE_CONTACT = new Code(Canonicals.CONTACT_KIND, "3");

    /** A care team around a permanent contact. */
    public static final Code PERMANENT_CONTACT_TEAM = new Code(Canonicals.TEAM_KIND, "fast-kontakt");

    public static final CodeTable<Rank, Code> RANK = new CodeTable<>(Map.of(
            Rank.FIRST, new Code(Canonicals.CARE_TEAM_ROLE, "person-1"),
            Rank.SECOND, new Code(Canonicals.CARE_TEAM_ROLE, "person-2")));

    /** The two other permanent contacts have national codes; the rest are the project's, spelled as in the domain. */
    public static final CodeTable<TeamRole, Code> ROLE = new CodeTable<>(each(TeamRole.values(), role -> switch (role) {
        case PERMANENT_HEALTH_CARE_CONTACT -> new Code(Canonicals.CONTACT_KIND, "1");
        case PERMANENT_PHYSICIAN_CONTACT -> new Code(Canonicals.CONTACT_KIND, "2");
        default -> new Code(Canonicals.CARE_TEAM_ROLE, role.code());
    }));

    public static final CodeTable<NoteKind, Code> NOTE_KIND =
            new CodeTable<>(each(NoteKind.values(), kind -> new Code(Canonicals.NOTE_KIND, kind.code())));

    public static final CodeTable<PlanType, Code> PLAN_TYPE = new CodeTable<>(Map.of(
            PlanType.IMPLEMENTATION_PLAN, new Code(Canonicals.PLAN_KIND, "GP"),
            PlanType.ACTION_PLAN, new Code(Canonicals.PLAN_KIND, "HP"),
            PlanType.COORDINATED_INDIVIDUAL_PLAN, new Code(Canonicals.PLAN_KIND, "SIP")));

    public static final CodeTable<PlanType, String> PLAN_PROFILE = new CodeTable<>(Map.of(
            PlanType.IMPLEMENTATION_PLAN, Canonicals.IMPLEMENTATION_PLAN,
            PlanType.ACTION_PLAN, Canonicals.ACTION_PLAN,
            PlanType.COORDINATED_INDIVIDUAL_PLAN, Canonicals.HOME_CARE_PLAN));

    public static final CodeTable<State, CarePlanStatus> PLAN_STATUS = new CodeTable<>(Map.of(
            State.IN_FORCE, CarePlanStatus.ACTIVE,
            State.REPLACED, CarePlanStatus.REVOKED,
            State.ENDED, CarePlanStatus.COMPLETED,
            State.WITHDRAWN, CarePlanStatus.ENTEREDINERROR));

    /** A law that the source does not say has no code: nothing is sent then. */
    public static final CodeTable<Law, String> LAW =
            new CodeTable<>(Map.of(Law.SOL, "SoL", Law.LSS, "LSS", Law.HSL, "HSL", Law.OTHER, "other"));

    public static final CodeTable<ProofOfTitle.Kind, Code> PROOF = new CodeTable<>(Map.of(
            ProofOfTitle.Kind.PROTECTED_TITLE, new Code(Canonicals.TITLE_PROOF, "protected-title"),
            ProofOfTitle.Kind.EMPLOYED_2023_07_01, new Code(Canonicals.TITLE_PROOF, "employed-2023-07-01")));

    public static final CodeTable<Exemption, Code> EXEMPTION = new CodeTable<>(Map.of(
            Exemption.ONLY_SAFETY_ALARM, new Code(Canonicals.EXEMPTION_REASON, "only-safety-alarm"),
            Exemption.ONLY_SERVICE, new Code(Canonicals.EXEMPTION_REASON, "only-service"),
            Exemption.OTHER, new Code(Canonicals.EXEMPTION_REASON, "other")));

    /** Unknown carries a national label, because that is what a recipient acts on, and says beside it that it is a guess. */
    public static final CodeTable<ProtectedIdentity, List<Code>> PROTECTION = new CodeTable<>(Map.of(
            ProtectedIdentity.NONE, List.of(),
            ProtectedIdentity.CONFIDENTIALITY_MARKED,
                    List.of(new Code(Canonicals.SECURITY_LABEL, "sekretessmarkering")),
            ProtectedIdentity.PROTECTED_REGISTRATION,
                    List.of(new Code(Canonicals.SECURITY_LABEL, "skyddadFolkbokforing")),
            ProtectedIdentity.UNKNOWN,
                    List.of(
                            new Code(Canonicals.SECURITY_LABEL, "sekretessmarkering"),
                            new Code(Canonicals.PROTECTION, "unknown"))));

    /** Why nobody holds a rank, as HL7's data-absent-reason. */
    public static final CodeTable<Why, String> VACANCY = new CodeTable<>(
            Map.of(Why.NOT_APPOINTED, "temp-unknown", Why.EXEMPTED, "not-applicable", Why.DECLINED, "asked-declined"));

    /** Not for the person's own eyes: as R4 has it, and as it is written in this country; a recipient may know either. */
    public static final List<Code> NOT_FOR_PATIENT = List.of(
            new Code("http://terminology.hl7.org/CodeSystem/v3-ActCode", "NOPAT"),
            new Code("http://terminology.hl7.org/CodeSystem/v3-ActCode", "NOPATIENT"));

    /** Identifier systems of identity numbers. */
    public static final CodeTable<IdentityNumber.Kind, String> IDENTITY_NUMBER = new CodeTable<>(Map.of(
            IdentityNumber.Kind.PERSONNUMMER, "http://electronichealth.se/identifier/personnummer",
            IdentityNumber.Kind.SAMORDNINGSNUMMER, "http://electronichealth.se/identifier/samordningsnummer",
            IdentityNumber.Kind.NATIONAL_RESERVE_NUMBER,
                    "http://electronichealth.se/identifier/nationelltReservnummer"));

    private Codes() {}

    private static <D, W> Map<D, W> each(D[] values, Function<D, W> code) {
        return Arrays.stream(values).collect(Collectors.toMap(value -> value, code));
    }
}
