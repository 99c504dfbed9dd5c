package se.omsorgsbron.caremanagement.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.caremanagement.wire.Resource;

/** {@code Errand}: ärende. */
public final class ErrandMapper {
    private ErrandMapper() {}

    /** Whether it is over: then its stakeholders are no longer the person's contacts. */
    public static boolean isClosed(JsonNode record, MappingContext context) {
        return context.errands().states().get(record.path("status").asText()) == ErrandState.CLOSED;
    }

    /**
     * While it is carried out, one fact about the person: home care under SoL. In any other state none, since an errand says neither
     * what was decided nor when the help ended.
     */
    public static Mapped<List<Fact>> toExecution(JsonNode record, Whose.Known whose, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("id");
        String type = fields.requiredText("typeSlug");
        fields.requiredText("status");
        Optional<ErrandState> state = fields.code("status", context.errands().states());
        Execution execution = new Execution(
                Law.SOL,
                fields.text("title").orElse(type),
                new Period(fields.date("created"), Optional.empty()),
                Optional.empty());
        Optional<Instant> modified = fields.instant("modified");
        fields.text("municipalityId");
        fields.text("namespace");
        boolean carriedOut = state.equals(Optional.of(ErrandState.CARRIED_OUT));
        return fields.mapped(() -> carriedOut
                ? List.of(new Fact(Resource.ERRANDS.source(id), whose.key(), execution, Set.of(), Set.of(), modified))
                : List.of());
    }
}
