package se.omsorgsbron.caremanagement.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.caremanagement.client.NoAnswer;
import se.omsorgsbron.caremanagement.feed.HomeCare.Errand;
import se.omsorgsbron.caremanagement.mapper.DocumentMapper;
import se.omsorgsbron.caremanagement.mapper.JournalEntryMapper;
import se.omsorgsbron.caremanagement.mapper.NoteMapper;
import se.omsorgsbron.caremanagement.wire.Resource;

/**
 * What is written in the errands of home care: journal entries, documents, and notes where the municipality has settled what they are.
 * Slow, because every errand is asked for each list.
 */
final class JournalFeed implements Feed {
    private final HomeCare homeCare;
    private final Map<Resource, RecordMapper> lists = new EnumMap<>(Resource.class);

    JournalFeed(HomeCare homeCare) {
        this.homeCare = homeCare;
        lists.put(Resource.JOURNAL_ENTRIES, JournalEntryMapper::toJournalNote);
        lists.put(Resource.DOCUMENTS, DocumentMapper::toPlan);
        if (homeCare.context().texts().notes().isPresent()) {
            lists.put(Resource.NOTES, NoteMapper::toJournalNote);
        }
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public boolean slow() {
        return true;
    }

    @Override
    public Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable {
        Reading reading = new Reading(name(), homeCare.context());
        homeCare.read(name(), reading, errand -> read(errand, reading));
        return reading.observations(lists.keySet());
    }

    private void read(Errand errand, Reading reading) throws NoAnswer {
        for (Map.Entry<Resource, RecordMapper> list : lists.entrySet()) {
            List<JsonNode> records =
                    homeCare.list(name(), errand.id(), list.getKey(), reading).orElseGet(List::of);
            records.forEach(record -> reading.record(list.getKey(), record, errand.whose(), list.getValue()));
        }
    }
}
