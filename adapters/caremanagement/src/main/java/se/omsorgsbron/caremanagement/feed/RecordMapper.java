package se.omsorgsbron.caremanagement.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.caremanagement.mapper.MappingContext;
import se.omsorgsbron.caremanagement.mapper.Whose;

/** A mapper of one kind of record. */
@FunctionalInterface
interface RecordMapper {

    /** The facts of one record of the person's errand, or what is wrong with it. */
    Mapped<List<Fact>> map(JsonNode record, Whose.Known whose, MappingContext context);
}
