package se.omsorgsbron.api.domain;

/** Person 1 and person 2 (ersättare) among a person's permanent contacts. */
public enum Rank {
    FIRST("first", 1),
    SECOND("second", 2);

    private final String code;
    private final int number;

    Rank(String code, int number) {
        this.code = code;
        this.number = number;
    }

    public String code() {
        return code;
    }

    /** 1 or 2. */
    public int number() {
        return number;
    }
}
