package se.omsorgsbron.lifecare.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.mapper.CriticalInformationMapper;
import se.omsorgsbron.lifecare.mapper.MappingContext;
import se.omsorgsbron.lifecare.mapper.Subjects;
import se.omsorgsbron.lifecare.wire.Resource;

/** Critical information: one record per person, in which every documentation is a note with an id of its own. */
final class CriticalInformationsFeed extends ListFeed {
    private static final Resource RESOURCE = Resource.CLIENT_CRITICAL_INFORMATIONS;

    private final MappingContext context;

    CriticalInformationsFeed(Lists lists, MappingContext context) {
        super(RESOURCE, lists);
        this.context = context;
    }

    @Override
    public Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable {
        Reading reading = new Reading(RESOURCE);
        List<JsonNode> records = new ArrayList<>();
        lists.read(name(), RESOURCE, Map.of(), reading, records::add);
        ExecutionLaws laws = records.isEmpty() ? new ExecutionLaws(Map.of(), true) : ExecutionLaws.read(name(), lists);
        records.forEach(record -> record(record, laws, reading));
        return reading.observations(new Coverage.Complete(Set.of(RESOURCE.code())));
    }

    private void record(JsonNode record, ExecutionLaws laws, Reading reading) {
        if (!CriticalInformationMapper.readable(record)) {
            reading.notWhole();
            reading.unreadable(
                    reading.nameless(record),
                    Subjects.of(RESOURCE, record),
                    record.toString(),
                    Reading.notJson("something else", "a record with lists of documentations"));
            return;
        }
        List<String> unused = CriticalInformationMapper.unused(record);
        for (JsonNode documentation : CriticalInformationMapper.documentations(record)) {
            Optional<Law> law = laws.of(documentation.path("ExecutionId").asText());
            if (law.isPresent()) {
                note(record, documentation, law.get(), unused, reading);
            } else {
                // A note whose law is not known this time stays as it was known before.
                reading.notWhole();
            }
        }
    }

    private void note(JsonNode record, JsonNode documentation, Law law, List<String> unused, Reading reading) {
        Optional<String> id = Reading.id(documentation);
        if (id.isEmpty()) {
            reading.notWhole();
        }
        SourceReference source = id.map(RESOURCE::source).orElseGet(() -> reading.nameless(documentation));
        Mapped<List<Fact>> note = CriticalInformationMapper.toJournalNote(record, documentation, law, context);
        reading.mapped(source, Subjects.of(RESOURCE, record), documentation, with(unused, note));
    }

    /** What stands in the record beside its documentations is told with each of them. */
    private static Mapped<List<Fact>> with(List<String> unused, Mapped<List<Fact>> note) {
        if (note instanceof Mapped.Value<List<Fact>> value && !unused.isEmpty()) {
            List<String> all = new ArrayList<>(value.unused());
            all.addAll(unused);
            return new Mapped.Value<>(value.value(), all);
        }
        return note;
    }
}
