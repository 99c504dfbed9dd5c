package se.omsorgsbron.api.domain;

/** The kinds of plan. */
public enum PlanType {
    /** genomförandeplan. */
    IMPLEMENTATION_PLAN,
    /** handlingsplan. */
    ACTION_PLAN,
    /** SIP, samordnad individuell plan. */
    COORDINATED_INDIVIDUAL_PLAN
}
