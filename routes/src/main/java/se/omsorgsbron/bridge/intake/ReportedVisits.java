package se.omsorgsbron.bridge.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.HsaIdKey;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.domain.Visit;
import se.omsorgsbron.api.mapping.Hash;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.nightpatrol.PatrolNote;
import se.omsorgsbron.nightpatrol.PatrolVisit;

/** Visits that a patrol reports, as facts. */
public final class ReportedVisits {
    private static final String RESOURCE = "visits";

    private ReportedVisits() {}

    /** Where a visit stands that was received; never under the id that its sender chose. */
    static SourceReference source(String system, UUID receipt) {
        return new SourceReference(system, RESOURCE, receipt.toString());
    }

    /** It touches no one else: a visit changes nothing in a member of staff's own record. */
    public static Fact fact(String system, UUID receipt, SubjectKey person, PatrolVisit visit) {
        Visit content = new Visit(
                staff(system, visit.staff()),
                Optional.of(visit.staff().name()),
                visit.start(),
                visit.end(),
                visit.notDone().isEmpty(),
                visit.notDone(),
                visit.help(),
                Law.SOL);
        return new Fact(source(system, receipt), person, content, Set.of(), Set.of(), Optional.empty());
    }

    /**
     * Who visited: by HSA-id, which the case system has too. Without one, the same name from the same patrol, however it is
     * capitalised and spaced, is the same member of staff; the name itself is no key.
     */
    private static SubjectKey staff(String system, PatrolNote.Author staff) {
        return staff.hsaId().map(HsaIdKey::of).orElseGet(() -> {
            String name = staff.name().full().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            return new SubjectKey(SubjectKind.STAFF, system + "/staff-name", Hash.of(name));
        });
    }
}
