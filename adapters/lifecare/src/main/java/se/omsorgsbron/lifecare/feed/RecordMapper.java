package se.omsorgsbron.lifecare.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

/** A mapper with its context settled. */
@FunctionalInterface
public interface RecordMapper {

    /** The facts of one record, or what is wrong with it. */
    Mapped<List<Fact>> map(JsonNode record);
}
