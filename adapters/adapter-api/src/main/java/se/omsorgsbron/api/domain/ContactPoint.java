package se.omsorgsbron.api.domain;

/**
 * A telephone number or e-mail address; masked in text form.
 *
 * @param medium telephone or e-mail
 * @param use whose it is to be reached by
 * @param value the number or address as written
 * @param guarded true where the source marks it as protected: then it never leaves
 */
public record ContactPoint(Medium medium, Use use, String value, boolean guarded) {

    /** Telephone or e-mail. */
    public enum Medium {
        PHONE,
        EMAIL
    }

    /** Work, home or mobile; a private one never leaves for staff. */
    public enum Use {
        WORK,
        HOME,
        MOBILE,
        OTHER
    }

    @Override
    public String toString() {
        return medium + " " + use + "[masked]";
    }
}
