package se.omsorgsbron.caremanagement.mapper;

import java.util.Arrays;
import java.util.Optional;

/** Which part of a plan stands after a label at the beginning of a line of a document; a municipality's table says so. */
public enum PlanPart {
    /** delaktighet: ja or nej, then a comment. */
    PARTICIPATION("participation"),
    /** nästa uppföljning: a day, then a comment. */
    FOLLOW_UP("follow-up"),
    /** mål. */
    GOAL("goal"),
    /** insats: begins an activity, to which the next three belong. */
    ACTIVITY("activity"),
    /** hur. */
    HOW("how"),
    /** när. */
    WHEN("when"),
    /** av vem. */
    BY_WHOM("by-whom"),
    /** viktig information. */
    IMPORTANT("important");

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
