package se.omsorgsbron.bridge.compose;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.ProofOfTitle;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.SignedRoutine;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.StaffProtection;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/** The record of a member of staff who is or was somebody's contact, or who wrote something. */
final class StaffComposer {
    private StaffComposer() {}

    static Optional<StaffRecord> compose(SubjectFacts facts) {
        if (facts.related().isEmpty()) {
            return Optional.empty();
        }
        return facts.of(StaffMember.class)
                .reduce((earlier, later) -> later)
                .map(own -> new StaffRecord(
                        facts.id(),
                        facts.municipality(),
                        (StaffMember) own.content(),
                        protection(facts),
                        own.present(),
                        units(facts),
                        present(facts, ProofOfTitle.class).toList(),
                        present(facts, SignedRoutine.class).toList()));
    }

    /** Unknown is not assumed: no source has a field for it, so everybody would be protected. */
    private static ProtectedIdentity protection(SubjectFacts facts) {
        return present(facts, StaffProtection.class)
                .map(StaffProtection::protection)
                .reduce((earlier, later) -> later)
                .orElse(ProtectedIdentity.NONE);
    }

    private static List<UUID> units(SubjectFacts facts) {
        return facts.related().stream()
                .map(KeptFact::content)
                .filter(PermanentContact.class::isInstance)
                .map(PermanentContact.class::cast)
                .filter(contact -> facts.id().equals(facts.resolved().get(contact.staff())))
                .flatMap(contact -> contact.unit().stream())
                .flatMap(unit -> Stream.ofNullable(facts.resolved().get(unit)))
                .distinct()
                .sorted()
                .toList();
    }

    private static <T> Stream<T> present(SubjectFacts facts, Class<T> type) {
        return facts.facts().stream()
                .filter(KeptFact::present)
                .map(KeptFact::content)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
