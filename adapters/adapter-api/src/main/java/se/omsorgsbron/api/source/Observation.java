package se.omsorgsbron.api.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.mapping.Problem;

/** One record of a source as a feed saw it. */
public sealed interface Observation {

    /** Where the record stands. */
    SourceReference source();

    /** Where everything stands that it tells of: the record, and each of its facts. */
    default Stream<SourceReference> mentioned() {
        return Stream.of(source());
    }

    /**
     * It could be read. One record can give several facts, told apart by their references.
     *
     * @param source the record
     * @param facts what it says
     * @param unused populated fields that were not used
     */
    record Read(SourceReference source, List<Fact> facts, List<String> unused) implements Observation {
        public Read {
            facts = List.copyOf(facts);
            unused = List.copyOf(unused);
        }

        @Override
        public Stream<SourceReference> mentioned() {
            return Stream.concat(Stream.of(source), facts.stream().map(Fact::source));
        }
    }

    /**
     * It could not be read; it is held until the source mends it. What the bridge knew of it before stays.
     *
     * @param source the record
     * @param subject whom it is about, where that much could be read
     * @param original the record as the source gave it
     * @param problems what is wrong with it, all of it
     */
    record Unreadable(SourceReference source, Optional<SubjectKey> subject, String original, List<Problem> problems)
            implements Observation {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The source says that it was deleted.
     *
     * @param source the record
     */
    record Gone(SourceReference source) implements Observation {}

    /**
     * The list lacked it, but it may still be there: a look-up by id found it, or could not be made. What the bridge knew of it
     * stays.
     *
     * @param source the record
     */
    record Unlisted(SourceReference source) implements Observation {}
}
