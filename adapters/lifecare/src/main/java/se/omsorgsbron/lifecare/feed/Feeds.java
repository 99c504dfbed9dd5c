package se.omsorgsbron.lifecare.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.lifecare.client.LifecareClient;
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

/** Which list is read how. */
public final class Feeds {
    private Feeds() {}

    /**
     * All feeds of one municipality, in an order in which most of what a record points at has been read before it.
     *
     * @param client of the municipality
     * @param pageSize records asked for at a time
     * @param overlap by which changes are read again
     * @param context what the municipality has settled
     * @param clock to tell whether a watermark is too old for {@code modified_personnel}
     */
    public static List<Feed> of(
            LifecareClient client, int pageSize, Duration overlap, MappingContext context, Clock clock) {
        Lists lists = new Lists(client, pageSize);
        return List.of(
                new HeadlinesFeed(lists, context.notes().keySet()),
                new DeltaFeed(
                        Resource.PROVIDER_UNITS, lists, overlap, r -> ProviderUnitMapper.toProviderUnit(r, context)),
                new PersonnelFeed(lists, overlap, r -> PersonnelMapper.toStaffMember(r, context), clock),
                new DeltaFeed(Resource.CLIENTS, lists, overlap, r -> ClientMapper.toPerson(r, context)),
                new DeltaFeed(Resource.SOL_DECISIONS, lists, overlap, r -> DecisionMapper.toDecision(r, context)),
                new DeltaFeed(Resource.EXECUTIONS, lists, overlap, r -> ExecutionMapper.toExecution(r, context)),
                new DeltaFeed(
                        Resource.PROVIDER_CONTACT_PERSONNELS,
                        lists,
                        overlap,
                        r -> ContactMapper.toPermanentContact(r, context)),
                new DeltaFeed(Resource.RELATIVES, lists, overlap, r -> RelativeMapper.toTeamMember(r, context)),
                new DeltaFeed(Resource.CONTACTS, lists, overlap, r -> ContactPersonMapper.toTeamMember(r, context)),
                new SnapshotFeed(Resource.SERVICE_PLANS, lists, r -> ServicePlanMapper.toPlan(r, context)),
                new CriticalInformationsFeed(lists, context),
                new DocumentationsFeed(lists, r -> DocumentationMapper.toJournalNote(r, Law.SOL, context)),
                new DeltaFeed(Resource.REPORTED_VISITS, lists, overlap, r -> ReportedVisitMapper.toVisit(r, context)));
    }
}
