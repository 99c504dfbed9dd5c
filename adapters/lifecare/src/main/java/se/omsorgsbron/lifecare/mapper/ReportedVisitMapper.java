package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.Visit;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code ReportedVisit.V1.ReportedVisit}: utfört besök. */
public final class ReportedVisitMapper {
    private ReportedVisitMapper() {}

    /** One fact about the person. It touches no one else: a visit changes nothing in a member of staff's own record. */
    public static Mapped<List<Fact>> toVisit(JsonNode record, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        SubjectKey person = LifecareKeys.personNumber(fields.requiredText("ClientPersonId"));
        fields.requiredText("Status");
        Visit visit = new Visit(
                LifecareKeys.personnelPersonNumber(fields.requiredText("PersonnelPersonId")),
                fields.requiredInstant("StartTime"),
                fields.instant("EndTime"),
                fields.code("Status", CodeTables.VISITS).orElse(false),
                fields.code("Law", CodeTables.LAWS).orElse(Law.UNKNOWN));
        fields.requirePresent(
                "ExternalId",
                "PersonnelUserId",
                "ExecutionId",
                "IsDoubleManning",
                "StartQuittanceType",
                "EndQuittanceType",
                "ReportingSystem");
        Optional<Instant> modified = fields.instant("LastUpdatedTime");
        fields.flag("Deleted");
        return fields.mapped(() ->
                List.of(new Fact(Resource.REPORTED_VISITS.source(id), person, visit, Set.of(), Set.of(), modified)));
    }
}
