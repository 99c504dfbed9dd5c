package se.omsorgsbron.api.domain;

import java.util.Arrays;
import java.util.Optional;

/** Livsområde in Individens behov i centrum (IBIC): the chapters of ICF's activities and participation, and a sense of safety. */
public enum LifeArea {
    /** lärande och att tillämpa kunskap. */
    LEARNING("d1"),
    /** allmänna uppgifter och krav. */
    GENERAL_TASKS("d2"),
    /** kommunikation. */
    COMMUNICATION("d3"),
    /** förflyttning. */
    MOBILITY("d4"),
    /** personlig vård. */
    SELF_CARE("d5"),
    /** hemliv. */
    DOMESTIC_LIFE("d6"),
    /** mellanmänskliga interaktioner och relationer. */
    RELATIONSHIPS("d7"),
    /** utbildning, arbete, sysselsättning och ekonomiskt liv. */
    OCCUPATION("d8"),
    /** samhällsgemenskap, socialt och medborgerligt liv. */
    COMMUNITY_LIFE("d9"),
    /** känsla av trygghet: what a look-in at night (tillsyn) is for. */
    SENSE_OF_SAFETY("sense-of-safety");

    private final String code;

    LifeArea(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<LifeArea> ofCode(String code) {
        return Arrays.stream(values()).filter(area -> area.code.equals(code)).findFirst();
    }
}
