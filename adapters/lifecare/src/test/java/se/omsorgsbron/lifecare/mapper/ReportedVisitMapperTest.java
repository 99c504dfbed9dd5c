package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.CLIENT;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.STAFF;
import static se.omsorgsbron.lifecare.Samples.content;
import static se.omsorgsbron.lifecare.Samples.fact;
import static se.omsorgsbron.lifecare.Samples.json;
import static se.omsorgsbron.lifecare.Samples.problems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.Visit;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class ReportedVisitMapperTest {
    private static final String FULL = """
            {Id: 180001, ExternalId: 'TES-1', ClientPersonId: '189002029800', Law: 'SoL', PersonnelPersonId: '188512121024',
             PersonnelUserId: 'FAWA', ExecutionId: 120001, StartTime: '2026-11-16T08:00:00', EndTime: '2026-11-16T08:40:00',
             Status: 'Completed', LastUpdatedTime: '2026-11-16T08:50:00', IsDoubleManning: false,
             StartQuittanceType: 'Nfc', EndQuittanceType: 'Nfc', ReportingSystem: 'TES', Deleted: false}
            """;

    private static ObjectNode full() {
        return (ObjectNode) json(FULL);
    }

    @Test
    void aFullVisitBecomesAVisitOfThePersonAndTouchesNobodyElse() {
        Mapped<List<Fact>> mapped = ReportedVisitMapper.toVisit(full(), CONTEXT);

        assertThat(fact(mapped))
                .isEqualTo(new Fact(
                        new SourceReference("lifecare", "reported_visits", "180001"),
                        LifecareKeys.personNumber(CLIENT),
                        new Visit(
                                LifecareKeys.personnelPersonNumber(STAFF),
                                Instant.parse("2026-11-16T07:00:00Z"),
                                Optional.of(Instant.parse("2026-11-16T07:40:00Z")),
                                true,
                                Law.SOL),
                        Set.of(),
                        Set.of(),
                        Optional.of(Instant.parse("2026-11-16T07:50:00Z"))));
        assertThat(mapped.unused())
                .containsExactly(
                        "ExternalId",
                        "PersonnelUserId",
                        "ExecutionId",
                        "IsDoubleManning",
                        "StartQuittanceType",
                        "EndQuittanceType",
                        "ReportingSystem");
    }

    @Test
    void anEmptyVisitIsHeldForEverythingThatTheContractRequires() {
        assertThat(problems(ReportedVisitMapper.toVisit(json("{}"), CONTEXT)))
                .containsExactlyInAnyOrder(
                        "missing-field Id",
                        "missing-field ExternalId",
                        "missing-field ClientPersonId",
                        "missing-field PersonnelPersonId",
                        "missing-field PersonnelUserId",
                        "missing-field ExecutionId",
                        "missing-field StartTime",
                        "missing-field Status",
                        "missing-field IsDoubleManning",
                        "missing-field StartQuittanceType",
                        "missing-field EndQuittanceType",
                        "missing-field ReportingSystem");
    }

    @ParameterizedTest
    @CsvSource({
        "Started, true",
        "Completed, true",
        "CompletedAndChangedTime, true",
        "Cancelled, false",
        "Declined, false"
    })
    void aVisitThatWasCancelledOrDeclinedDidNotTakePlace(String status, boolean done) {
        Visit visit = content(ReportedVisitMapper.toVisit(full().put("Status", status), CONTEXT), Visit.class);

        assertThat(visit.done()).isEqualTo(done);
    }

    @Test
    void aVisitThatGoesOnHasNoEndAndAnUnknownStatusIsHeld() {
        assertThat(content(ReportedVisitMapper.toVisit(full().without("EndTime"), CONTEXT), Visit.class)
                        .end())
                .isEmpty();
        assertThat(problems(ReportedVisitMapper.toVisit(full().put("Status", "Paused"), CONTEXT)))
                .containsExactly("unknown-code Status");
    }
}
