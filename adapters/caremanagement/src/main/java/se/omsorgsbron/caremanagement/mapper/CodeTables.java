package se.omsorgsbron.caremanagement.mapper;

import java.util.Map;
import se.omsorgsbron.api.domain.ContactPoint.Medium;

/** The contract's code lists, as data. A code that stands in none of them is told, never guessed. */
final class CodeTables {
    /** {@code JournalEntry.status} and {@code Document.status}: whether it is a finished record. */
    static final Map<String, Boolean> LOCKED = Map.of("WORKING", false, "LOCKED", true);

    /** {@code ContactChannel.key}, in small letters; free text in the contract, so another is left unused and not held. */
    static final Map<String, Medium> CHANNELS = Map.of(
            "email", Medium.EMAIL,
            "e-mail", Medium.EMAIL,
            "e-post", Medium.EMAIL,
            "phone", Medium.PHONE,
            "mobile", Medium.PHONE,
            "telefon", Medium.PHONE,
            "mobil", Medium.PHONE);

    private CodeTables() {}
}
