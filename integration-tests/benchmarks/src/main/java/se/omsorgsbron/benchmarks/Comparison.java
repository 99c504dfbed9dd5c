package se.omsorgsbron.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.omsorgsbron.bridge.ledger.SubjectIds;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** Runs both sides by turns, with new people each time, and compares what they took. */
final class Comparison {
    private final Plan plan;
    private final Crew crew;
    private final Consumer<String> progress;
    private final Contender bridge;
    private final Contender comparator;
    private int people;

    /**
     * How much is measured.
     *
     * @param people in each run
     * @param runs of each side
     * @param workers at the same time
     */
    record Plan(int people, int runs, int workers) {}

    /** What is delivered. */
    enum Phase {
        /** Everything of a person whom the recipient does not have. */
        FIRST("first deliveries"),
        /** One new note about each of those. */
        CHANGE("a new note");

        final String title;

        Phase(String title) {
            this.title = title;
        }
    }

    /** A side, its people, and what was measured. */
    private record Contender(Side side, People people, Map<Phase, List<Measured>> runs) {
        Contender(Side side, People people) {
            this(side, people, new EnumMap<>(Phase.class));
            for (Phase phase : Phase.values()) {
                runs.put(phase, new ArrayList<>());
            }
        }

        /** Stores what is new about those people, and gives what there is to deliver. */
        Turns.Work work(Phase phase, int[] indexes) {
            side.store(IntStream.of(indexes)
                    .boxed()
                    .flatMap(index ->
                            phase == Phase.FIRST ? people.first(index).stream() : Stream.of(people.change(index)))
                    .toList());
            Set<UUID> subjects = IntStream.of(indexes)
                    .mapToObj(index -> SubjectIds.of(Side.MUNICIPALITY, people.source(index)))
                    .collect(Collectors.toSet());
            Map<Boolean, List<WorkKey>> due =
                    side.due().stream().collect(Collectors.partitioningBy(key -> subjects.contains(key.subject())));
            return new Turns.Work(side, due.get(true), due.get(false));
        }
    }

    /**
     * @param mark unlike that of any other comparison with the same recipient
     * @param progress takes a line for each run
     */
    Comparison(Plan plan, Side bridge, Side comparator, String mark, Crew crew, Consumer<String> progress) {
        this.plan = plan;
        this.crew = crew;
        this.progress = progress;
        this.bridge = new Contender(bridge, new People("a" + mark, true, true));
        // Without grounds, too: a bridge that asks for none records none.
        this.comparator = new Contender(comparator, new People("b" + mark, false, false));
    }

    List<Compared> run() throws InterruptedException {
        prepare(comparator);
        prepare(bridge);
        people++;
        turns("warm-up");
        List.of(bridge, comparator)
                .forEach(contender -> contender.runs().values().forEach(List::clear));
        for (int run = 1; run <= plan.runs(); run++) {
            turns("run " + run + " of " + plan.runs());
        }
        return Stream.of(Phase.values())
                .map(phase -> new Compared(
                        phase.title, comparator.runs().get(phase), bridge.runs().get(phase)))
                .toList();
    }

    /** Delivers the staff, with the first who needs them: nobody waits for them later. */
    private void prepare(Contender contender) throws InterruptedException {
        contender.side().store(contender.people().staff());
        contender.side().store(contender.people().first(people));
        crew.workOff(contender.side());
    }

    /** One run of both sides. */
    private void turns(String name) throws InterruptedException {
        int[] indexes = IntStream.range(people, people + plan.people()).toArray();
        people += plan.people();
        for (Phase phase : Phase.values()) {
            Turns turns = new Turns(crew, comparator.work(phase, indexes), bridge.work(phase, indexes));
            turns.take();
            comparator.runs().get(phase).add(turns.ofFirst());
            bridge.runs().get(phase).add(turns.ofSecond());
            progress.accept("%s, %s: comparator %.1f/s, the bridge %.1f/s"
                    .formatted(
                            name,
                            phase.title,
                            turns.ofFirst().perSecond(),
                            turns.ofSecond().perSecond()));
        }
    }
}
