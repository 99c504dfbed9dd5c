package se.omsorgsbron.lifecare.mapper;

import java.util.Arrays;
import java.util.Optional;

/** Which part of a plan the text under a headline of {@code OtherInformation} is; a municipality's table says so. */
public enum PlanPart {
    /** hur. */
    HOW("how"),
    /** när. */
    WHEN("when"),
    /** av vem. */
    BY_WHOM("by-whom"),
    /** mål. */
    GOAL("goal"),
    /** handlingsplan: makes the whole plan one. */
    ACTION_PLAN("action-plan");

    private final String code;

    PlanPart(String code) {
        this.code = code;
    }

    /** As it is written in the configuration. */
    public String code() {
        return code;
    }

    public static Optional<PlanPart> ofCode(String code) {
        return Arrays.stream(values()).filter(part -> part.code.equals(code)).findFirst();
    }
}
