package se.omsorgsbron.api.domain;

/** Skyddade personuppgifter. {@link #UNKNOWN} counts as protected: never fail open. */
public enum ProtectedIdentity {
    /** The source says that the person is not protected. */
    NONE,
    /** sekretessmarkering. */
    CONFIDENTIALITY_MARKED,
    /** skyddad folkbokföring. */
    PROTECTED_REGISTRATION,
    /** The source does not say. */
    UNKNOWN;

    public boolean isProtected() {
        return this != NONE;
    }
}
