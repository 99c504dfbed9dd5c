package se.omsorgsbron.lifecare.mapper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.source.Fact;

/** Short ways to make facts. */
final class Facts {
    private Facts() {}

    /** One fact that names nothing further and touches nobody else. */
    static List<Fact> one(SourceReference source, SubjectKey subject, FactContent content) {
        return one(source, subject, content, Set.of());
    }

    /** One fact that names nothing further and touches the subjects in {@code related}. */
    static List<Fact> one(SourceReference source, SubjectKey subject, FactContent content, Set<SubjectKey> related) {
        return List.of(new Fact(source, subject, content, Set.of(), related, Optional.empty()));
    }

    /** Those of the two that are there. */
    static Set<SubjectKey> present(Optional<SubjectKey> one, Optional<SubjectKey> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }
}
