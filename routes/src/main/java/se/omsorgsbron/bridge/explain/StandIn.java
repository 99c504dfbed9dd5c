package se.omsorgsbron.bridge.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.PersonNumberKey;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.ProviderUnit;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.compose.Composer;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/**
 * What one record says of a subject, as if the ledger had nothing else: where the subject's own record is missing, a stand-in takes its place
 * (a person of whom nothing is known, whose identity is not protected), and whoever else is named gets an id that is made up. Pure.
 *
 * @param facts of the subject, the stand-in among them
 * @param record what they are composed to; empty where that gives nothing
 * @param made whether the subject's own record is made up
 */
record StandIn(SubjectFacts facts, Optional<SubjectRecord> record, boolean made) {
    /** A published test number, for a person whom the record names by something else. */
    private static final String NUMBER = "189002029800";

    private static final UUID SUBJECT = new UUID(0, 1);
    private static final SourceReference NOWHERE = new SourceReference("stand-in", "record", "1");

    /**
     * Composes facts about one subject.
     *
     * @param facts at least one
     * @param day on which
     * @param zone of the municipality
     */
    static StandIn of(String municipality, List<Fact> facts, LocalDate day, ZoneId zone) {
        Instant seen = day.atStartOfDay(zone).toInstant();
        SubjectKey subject = facts.get(0).subject();
        List<KeptFact> kept = new ArrayList<>();
        facts.forEach(fact -> kept.add(
                new KeptFact(fact.source(), fact.subject(), fact.content(), fact.names(), seen, Optional.empty())));
        boolean own = facts.stream().anyMatch(fact -> isOwn(fact.content()));
        if (!own) {
            own(subject).ifPresent(content -> kept.add(0, keptBy(subject, content, seen)));
        }
        Map<SubjectKey, UUID> ids = new HashMap<>(Map.of(subject, SUBJECT));
        facts.forEach(fact -> FactReader.references(fact.content())
                .forEach(key -> ids.computeIfAbsent(key, other -> new UUID(0, ids.size() + 1L))));
        List<KeptFact> related = subject.kind() == SubjectKind.PERSON ? List.of() : List.of(concern(subject, seen));
        SubjectFacts all = new SubjectFacts(municipality, SUBJECT, subject.kind(), kept, related, ids);
        return new StandIn(all, Composer.compose(all, day, zone), !own);
    }

    private static boolean isOwn(FactContent content) {
        return content instanceof Person || content instanceof StaffMember || content instanceof ProviderUnit;
    }

    private static Optional<FactContent> own(SubjectKey subject) {
        return switch (subject.kind()) {
            case PERSON ->
                Optional.of(new Person(
                        number(subject),
                        new PersonName("", ""),
                        ProtectedIdentity.NONE,
                        List.of(),
                        List.of(),
                        true,
                        Optional.empty()));
            case STAFF ->
                Optional.of(new StaffMember(new PersonName("", "Okänd"), Optional.empty(), "", List.of(), true));
            case UNIT -> Optional.empty();
        };
    }

    private static IdentityNumber number(SubjectKey subject) {
        return Optional.of(subject)
                .filter(key -> key.system().equals(PersonNumberKey.SYSTEM))
                .flatMap(key -> IdentityNumbers.parse(key.value()))
                .orElseGet(() -> IdentityNumbers.parse(NUMBER).orElseThrow());
    }

    /** Staff and units are told of because somebody needs them. */
    private static KeptFact concern(SubjectKey subject, Instant seen) {
        return keptBy(subject, new PermanentContact(subject, Optional.empty(), Optional.empty(), Period.OPEN), seen);
    }

    private static KeptFact keptBy(SubjectKey subject, FactContent content, Instant seen) {
        return new KeptFact(NOWHERE, subject, content, Set.of(), seen, Optional.empty());
    }
}
