package se.omsorgsbron.primarycare.fhir.source.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.HealthCareWords;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.NotForPatient;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;

/** What primary care wrote of a person. */
public sealed interface Written {
    /** Where it stands: primary care's name in the configuration, the type of resource, and a UUID made of its identifier. */
    SourceReference source();

    /** What is known because of it, and what no longer is. */
    List<Observation> observations(SubjectKey person);

    /**
     * A note, or a question.
     *
     * @param notForPatient whether the person may not see it
     */
    record Note(SourceReference source, JournalNote note, boolean notForPatient) implements Written {
        @Override
        public List<Observation> observations(SubjectKey person) {
            return List.of(
                    read(source, person, note),
                    notForPatient
                            ? read(label(source), person, new NotForPatient(Optional.of(source)))
                            : new Observation.Gone(label(source)));
        }
    }

    /** Contacts of primary care's own; none where all of them are over. */
    record Team(SourceReference source, List<TeamMember> members) implements Written {
        /** More of them in one team are nobody's permanent contacts. */
        public static final int MOST = 5;

        public Team {
            members = List.copyOf(members);
        }

        @Override
        public List<Observation> observations(SubjectKey person) {
            List<Observation> all = new ArrayList<>();
            for (int i = 0; i < MOST; i++) {
                all.add(
                        i < members.size()
                                ? read(place(source, i), person, members.get(i))
                                : new Observation.Gone(place(source, i)));
            }
            return all;
        }
    }

    /** Something that should not have been written ({@code entered-in-error}), or was deleted. */
    record Withdrawn(SourceReference source) implements Written {
        @Override
        public List<Observation> observations(SubjectKey person) {
            return gone();
        }

        /** The same, of whomever it was. */
        public List<Observation> gone() {
            return places(source).stream()
                    .<Observation>map(Observation.Gone::new)
                    .toList();
        }
    }

    /** Where the facts of something stand that was written. */
    static List<SourceReference> places(SourceReference source) {
        return source.resource().equals(HealthCareWords.TEAMS)
                ? IntStream.range(0, Team.MOST).mapToObj(i -> place(source, i)).toList()
                : List.of(source);
    }

    /** Where a resource is held that cannot be read: where its facts would stand, so that it is mended when they do. */
    static SourceReference held(JsonNode resource, String type, ReadingContext context) {
        return Common.source(Fields.of(resource), type, context)
                .map(source -> places(source).get(0))
                .orElse(new SourceReference(
                        context.system(), type, "server-" + resource.path("id").asText()));
    }

    private static SourceReference place(SourceReference source, int member) {
        return new SourceReference(source.system(), source.resource(), source.id() + "." + member);
    }

    private static SourceReference label(SourceReference source) {
        return new SourceReference(source.system(), source.resource(), source.id() + ".label");
    }

    private static Observation read(SourceReference source, SubjectKey person, FactContent content) {
        Fact fact = new Fact(source, person, content, Set.of(), Set.of(), Optional.empty());
        return new Observation.Read(source, List.of(fact), List.of());
    }
}
