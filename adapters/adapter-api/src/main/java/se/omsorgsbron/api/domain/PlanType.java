package se.omsorgsbron.api.domain;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of plan. */
public enum PlanType {
    /** genomförandeplan. */
    IMPLEMENTATION_PLAN("implementation-plan"),
    /** handlingsplan. */
    ACTION_PLAN("action-plan"),
    /** SIP, samordnad individuell plan. */
    COORDINATED_INDIVIDUAL_PLAN("coordinated-individual-plan");

    private final String code;

    PlanType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<PlanType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
