package se.omsorgsbron.fhir.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.ProofOfTitle;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.ProviderUnit;
import se.omsorgsbron.api.domain.SignedRoutine;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.api.record.UnitRecord;

/** Staff and units for the mappers' tests. */
final class Staff {
    static final StaffRecord EVA = new StaffRecord(
            Town.EVA,
            "0127",
            new StaffMember(
                    new PersonName("Eva Karin", "Öberg"),
                    HsaId.parse("SE165565594230-1003"),
                    "Undersköterska",
                    List.of(
                            Town.phone("070-174 06 05", ContactPoint.Use.WORK, false),
                            Town.phone("070-174 06 06", ContactPoint.Use.HOME, false)),
                    true),
            ProtectedIdentity.NONE,
            true,
            List.of(Town.TUMBA),
            List.of(
                    new ProofOfTitle(ProofOfTitle.Kind.PROTECTED_TITLE, Period.from(LocalDate.of(2023, 9, 1))),
                    new ProofOfTitle(
                            ProofOfTitle.Kind.EMPLOYED_2023_07_01,
                            Period.from(LocalDate.of(2023, 7, 1)).endedOn(LocalDate.of(2033, 6, 30)))),
            List.of(new SignedRoutine("Tumba", Town.JANUARY, Optional.of("Fast omsorgskontakt"))));

    /** Nothing but that they exist. */
    static final StaffRecord NOBODY = new StaffRecord(
            Town.ASA,
            "0182",
            new StaffMember(new PersonName("", ""), Optional.empty(), "", List.of(), true),
            ProtectedIdentity.NONE,
            true,
            List.of(),
            List.of(),
            List.of());

    /** Gone from the source, with a proof of unknown length and a routine without place. */
    static final StaffRecord GONE = new StaffRecord(
            Town.ASA,
            "0182",
            new StaffMember(
                    new PersonName(" ", "Lind af Ek"),
                    Optional.empty(),
                    " vik ",
                    List.of(new ContactPoint(ContactPoint.Medium.EMAIL, ContactPoint.Use.WORK, " ", false)),
                    true),
            ProtectedIdentity.NONE,
            false,
            List.of(Town.TUMBA),
            List.of(new ProofOfTitle(ProofOfTitle.Kind.PROTECTED_TITLE, Period.OPEN)),
            List.of(new SignedRoutine(" ", Town.MARCH, Optional.empty())));

    static final UnitRecord UNIT = new UnitRecord(
            Town.TUMBA, "0127", new ProviderUnit("Hemtjänsten Tumba", Optional.of("Botkyrka kommun"), true), true);

    private Staff() {}
}
