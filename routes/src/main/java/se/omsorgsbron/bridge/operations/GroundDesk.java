package se.omsorgsbron.bridge.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.intake.Intake;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectTable;

/**
 * Grounds for disclosure that somebody records with the bridge itself, over HTTP. They become facts like those of any source; what
 * stops disclosure goes ahead of everything.
 */
public final class GroundDesk {
    private static final String SYSTEM = "recorded";
    private static final String RESOURCE = "grounds";
    private final Intake intake;
    private final FactReader facts;
    private final SubjectTable subjects;
    private final AuditTrail audit;

    public GroundDesk(Intake intake, FactReader facts, SubjectTable subjects, AuditTrail audit) {
        this.intake = intake;
        this.facts = facts;
        this.subjects = subjects;
        this.audit = audit;
    }

    /** A ground with the id under which it was recorded, and whose it is. */
    public record Kept(UUID id, UUID person, RecordedGround ground) {}

    /** What became of a ground that was to be recorded. */
    public enum Outcome {
        /** It is new. */
        RECORDED,
        /** It takes the place of what stood under the id, or is the same. */
        KEPT,
        /** The id is another person's, or that of a ground that was removed. */
        ID_TAKEN
    }

    /**
     * Records a ground; the same again changes nothing.
     *
     * @param id chosen by whoever records it
     */
    public Outcome record(String municipality, UUID id, UUID person, RecordedGround ground, String actor) {
        Optional<KeptFact> before = facts.find(municipality, source(id));
        boolean taken = before.map(
                        fact -> !fact.present() || !owner(municipality, fact).equals(Optional.of(person)))
                .orElse(false);
        if (taken) {
            return Outcome.ID_TAKEN;
        }
        if (before.isEmpty() || !before.get().content().equals(ground)) {
            SubjectKey name = subjects.nameOf(municipality, person).orElseThrow();
            Fact fact = new Fact(source(id), name, ground, Set.of(), Set.of(), Optional.empty());
            take(
                    municipality,
                    new Observation.Read(source(id), List.of(fact), List.of()),
                    () -> audit.append(record(
                            Action.GROUND,
                            municipality,
                            person,
                            id,
                            actor,
                            ground.kind().name())));
        }
        return before.isEmpty() ? Outcome.RECORDED : Outcome.KEPT;
    }

    /** Takes a ground back as one that should never have been recorded; false if there is none. */
    public boolean remove(String municipality, UUID id, String actor) {
        Optional<Kept> kept = find(municipality, id);
        kept.ifPresent(ground -> take(
                municipality,
                new Observation.Gone(source(id)),
                () -> audit.append(record(Action.GROUND, municipality, ground.person(), id, actor, "removed"))));
        return kept.isPresent();
    }

    /** What is recorded under an id. */
    public Optional<Kept> find(String municipality, UUID id) {
        return facts.find(municipality, source(id))
                .filter(KeptFact::present)
                .flatMap(fact ->
                        owner(municipality, fact).map(person -> new Kept(id, person, (RecordedGround) fact.content())));
    }

    /** What is recorded of a person with the bridge, in the order of the ids. */
    public List<Kept> of(String municipality, UUID person) {
        return facts.read(municipality, person).stream()
                .flatMap(all -> all.of(RecordedGround.class))
                .filter(fact -> fact.present() && fact.source().system().equals(SYSTEM))
                .map(fact -> new Kept(UUID.fromString(fact.source().id()), person, (RecordedGround) fact.content()))
                .sorted(Comparator.comparing(Kept::id))
                .toList();
    }

    private Optional<UUID> owner(String municipality, KeptFact fact) {
        return Optional.ofNullable(
                subjects.resolve(municipality, List.of(fact.subject())).get(fact.subject()));
    }

    private void take(String municipality, Observation observation, Runnable audited) {
        intake.take(municipality, observation, () -> true, audited);
    }

    private static SourceReference source(UUID id) {
        return new SourceReference(SYSTEM, RESOURCE, id.toString());
    }

    private static AuditRecord record(
            Action action, String municipality, UUID person, UUID id, String actor, String what) {
        return AuditRecord.byOperator(
                action,
                municipality,
                Optional.of(person),
                actor,
                List.of(new AuditRecord.DataObject("Consent/" + id, false, List.of())),
                what);
    }
}
