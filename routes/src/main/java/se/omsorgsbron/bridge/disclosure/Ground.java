package se.omsorgsbron.bridge.disclosure;

import java.util.Arrays;
import java.util.Optional;

/** What a disclosure rests on; each has its code in the code system {@code ground-for-disclosure}. */
public enum Ground {
    /** Samma kommun (OSL 26 kap. 9 c §): the recipient is run by the municipality itself. */
    SAME_MUNICIPALITY("same-municipality"),
    /** Samtycke: the person's, in force for this recipient and concept. */
    CONSENT("consent"),
    /** Sammanhållen vård- och omsorgsdokumentation (lag 2022:913): information given, consent, and home care under SoL. */
    SVOD("svod"),
    /** Menprövning: a decision by a named officer about this person, or one that the table names and that holds for all. */
    HARM_TEST("harm-test"),
    /** Privat utförare (SoL 17 kap. 11 §): the recipient is run by a private provider. */
    PRIVATE_PROVIDER("private-provider");

    private final String code;

    Ground(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Ground> ofCode(String code) {
        return Arrays.stream(values())
                .filter(ground -> ground.code.equals(code))
                .findFirst();
    }
}
