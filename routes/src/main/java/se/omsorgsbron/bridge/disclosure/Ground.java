package se.omsorgsbron.bridge.disclosure;

/** What a disclosure rests on; each has its code in the code system {@code ground-for-disclosure}. */
public enum Ground {
    /** Samma kommun (OSL 26 kap. 9 c §). */
    SAME_MUNICIPALITY,
    /** Samtycke, with scope and period. */
    CONSENT,
    /** Sammanhållen vård- och omsorgsdokumentation (lag 2022:913). */
    SVOD,
    /** Menprövning: a decision by a named officer. */
    HARM_TEST,
    /** Privat utförare (SoL 17 kap. 11 §). */
    PRIVATE_PROVIDER
}
