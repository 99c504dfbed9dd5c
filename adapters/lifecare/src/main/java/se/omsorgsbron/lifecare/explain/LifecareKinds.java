package se.omsorgsbron.lifecare.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.mapper.ClientMapper;
import se.omsorgsbron.lifecare.mapper.ContactMapper;
import se.omsorgsbron.lifecare.mapper.ContactPersonMapper;
import se.omsorgsbron.lifecare.mapper.DecisionMapper;
import se.omsorgsbron.lifecare.mapper.DocumentationMapper;
import se.omsorgsbron.lifecare.mapper.ExecutionMapper;
import se.omsorgsbron.lifecare.mapper.MappingContext;
import se.omsorgsbron.lifecare.mapper.PersonnelMapper;
import se.omsorgsbron.lifecare.mapper.ProviderUnitMapper;
import se.omsorgsbron.lifecare.mapper.RelativeMapper;
import se.omsorgsbron.lifecare.mapper.ReportedVisitMapper;
import se.omsorgsbron.lifecare.mapper.ServicePlanMapper;
import se.omsorgsbron.lifecare.wire.Resource;

/** The lists of Lifecare whose records can be explained. */
public final class LifecareKinds {
    private static final Set<Resource> NOTES =
            EnumSet.of(Resource.DOCUMENTATIONS, Resource.CLIENT_CRITICAL_INFORMATIONS);
    private static final String UNDER_SOL =
            "Under which law a note is written stands in its execution: SoL is assumed, because notes of others are not told.";

    private LifecareKinds() {}

    /**
     * One kind a list. A note is read as one of an execution under SoL, because only those are asked for.
     *
     * @param context what the municipality has settled
     */
    public static List<RecordKind> of(MappingContext context) {
        return List.of(
                kind(Resource.CLIENTS, context, ClientMapper::toPerson),
                kind(Resource.RELATIVES, context, RelativeMapper::toTeamMember),
                kind(Resource.CONTACTS, context, ContactPersonMapper::toTeamMember),
                kind(Resource.PERSONNEL, context, PersonnelMapper::toStaffMember),
                kind(Resource.PROVIDER_UNITS, context, ProviderUnitMapper::toProviderUnit),
                kind(Resource.PROVIDER_CONTACT_PERSONNELS, context, ContactMapper::toPermanentContact),
                kind(Resource.SOL_DECISIONS, context, DecisionMapper::toDecision),
                kind(Resource.EXECUTIONS, context, ExecutionMapper::toExecution),
                kind(Resource.REPORTED_VISITS, context, ReportedVisitMapper::toVisit),
                kind(Resource.SERVICE_PLANS, context, ServicePlanMapper::toPlan),
                kind(
                        Resource.DOCUMENTATIONS,
                        context,
                        (record, settled) -> DocumentationMapper.toJournalNote(record, Law.SOL, settled)),
                kind(Resource.CLIENT_CRITICAL_INFORMATIONS, context, CriticalInformation::map));
    }

    private static RecordKind kind(
            Resource resource,
            MappingContext context,
            BiFunction<JsonNode, MappingContext, Mapped<List<Fact>>> mapper) {
        return new RecordKind(
                Resource.SYSTEM + ":" + resource.code(),
                record -> isGone(record) ? gone(record) : mapper.apply(record, context),
                LifecareNotUsed.of(resource),
                NOTES.contains(resource) ? List.of(UNDER_SOL) : List.of());
    }

    /** As the feeds tell it: a record that Lifecare shows as deleted is gone, whatever else stands in it. */
    private static boolean isGone(JsonNode record) {
        return record.hasNonNull("Id") && record.path("Deleted").asBoolean(false);
    }

    private static Mapped<List<Fact>> gone(JsonNode record) {
        Set<String> used = Set.of("Id", "Deleted");
        return new Mapped.Value<>(
                List.of(),
                Leaves.of(record).stream().filter(leaf -> !used.contains(leaf)).toList());
    }
}
