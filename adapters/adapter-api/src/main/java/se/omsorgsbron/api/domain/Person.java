package se.omsorgsbron.api.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.identity.IdentityNumber;

/**
 * Brukare, kund, den enskilde: a person with home care.
 *
 * @param number the identity number that the source has now
 * @param name as the source has it
 * @param protection skyddade personuppgifter
 * @param addresses without door codes
 * @param telecoms telephone and e-mail
 * @param active whether the source counts the person as active
 * @param deregistered avregistrering: why and when, where it has happened
 */
public record Person(
        IdentityNumber number,
        PersonName name,
        ProtectedIdentity protection,
        List<PostalAddress> addresses,
        List<ContactPoint> telecoms,
        boolean active,
        Optional<Deregistration> deregistered)
        implements FactContent {

    /** Avregistrering. */
    public record Deregistration(Reason reason, Optional<LocalDate> date) {

        /** Why the person is no longer registered. */
        public enum Reason {
            DECEASED,
            EMIGRATED,
            OTHER
        }
    }
}
