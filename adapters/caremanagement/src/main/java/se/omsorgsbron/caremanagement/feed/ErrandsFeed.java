package se.omsorgsbron.caremanagement.feed;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.caremanagement.mapper.ErrandMapper;
import se.omsorgsbron.caremanagement.mapper.StakeholderMapper;
import se.omsorgsbron.caremanagement.wire.Resource;

/** Ärenden and their stakeholders, in one reading because only together do they say whose anything is. */
final class ErrandsFeed implements Feed {
    private static final Set<Resource> RESOURCES =
            EnumSet.of(Resource.ERRANDS, Resource.STAKEHOLDERS, Resource.PARTIES, Resource.STAFF);

    private final HomeCare homeCare;

    ErrandsFeed(HomeCare homeCare) {
        this.homeCare = homeCare;
    }

    @Override
    public String name() {
        return Resource.ERRANDS.code();
    }

    @Override
    public Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable {
        Reading reading = new Reading(name(), homeCare.context());
        homeCare.read(name(), reading, errand -> {
            reading.record(Resource.ERRANDS, errand.record(), errand.whose(), ErrandMapper::toExecution);
            boolean closed = ErrandMapper.isClosed(errand.record(), homeCare.context());
            RecordMapper mapper = closed ? StakeholderMapper::toPerson : StakeholderMapper::toFacts;
            errand.stakeholders().forEach(one -> reading.record(Resource.STAKEHOLDERS, one, errand.whose(), mapper));
        });
        return reading.observations(RESOURCES);
    }

    @Override
    public Set<String> stillThere(String resource, Set<String> ids) throws SourceUnavailable {
        Set<String> there = new TreeSet<>();
        if (resource.equals(Resource.ERRANDS.code())) {
            for (String id : ids) {
                if (homeCare.has(name(), id)) {
                    there.add(id);
                }
            }
        }
        return there;
    }
}
