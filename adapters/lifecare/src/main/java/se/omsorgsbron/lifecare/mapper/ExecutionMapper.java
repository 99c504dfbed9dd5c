package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code Execution.V1.Execution}: verkställighet, under any law. */
public final class ExecutionMapper {
    private ExecutionMapper() {}

    /** One fact about the person, who gets the execution's id as a further name: it is all that documentations name. */
    public static Mapped<List<Fact>> toExecution(JsonNode record, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        SubjectKey person = LifecareKeys.personNumber(fields.requiredText("PersonId"));
        Optional<String> category = fields.child("ServiceCategory").flatMap(c -> c.text("Text"));
        Optional<String> obsolete = fields.text("ServiceCategoryName");
        Optional<SubjectKey> unit =
                fields.child("ProviderUnit").flatMap(u -> u.id("Id")).map(LifecareKeys::unit);
        Execution execution = new Execution(
                fields.code("Law", CodeTables.LAWS).orElse(Law.UNKNOWN),
                category.or(() -> obsolete).orElse(""),
                new Period(fields.date("StartDate"), fields.date("EndDate")),
                unit);
        Optional<Instant> modified = fields.instant("UpdateTime");
        fields.flag("Deleted");
        Set<SubjectKey> related = unit.stream().collect(Collectors.toSet());
        return fields.mapped(() -> List.of(new Fact(
                Resource.EXECUTIONS.source(id),
                person,
                execution,
                Set.of(LifecareKeys.execution(id)),
                related,
                modified)));
    }

    /** The law alone; unknown where the record does not say, or says one that is in no table. */
    public static Law law(JsonNode record) {
        return CodeTables.LAWS.getOrDefault(record.path("Law").asText(), Law.UNKNOWN);
    }
}
