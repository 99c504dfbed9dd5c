package se.omsorgsbron.bridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.FactKind;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.LifeArea;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.domain.Visit;

class KeptVisitTest {
    private static final SubjectKey STAFF = new SubjectKey(SubjectKind.STAFF, "hsa-id", "SE165565594230-1003");
    private static final Instant START = Instant.parse("2026-11-25T01:10:00Z");

    @Test
    void aVisitThatWasKeptBeforeHelpWasToldIsReadAsOneOfWhichNoMoreIsSaid() {
        String before = """
                {"done":true,"end":null,"law":"SOL","staff":{"kind":"STAFF","system":"hsa-id","value":"SE165565594230-1003"},
                 "start":"2026-11-25T01:10:00Z"}
                """;

        assertThat(LedgerJson.readContent(FactKind.VISIT, before))
                .isEqualTo(new Visit(STAFF, START, Optional.empty(), true, Law.SOL));
    }

    @Test
    void aVisitIsReadAsItWasWritten() {
        Visit visit = new Visit(
                STAFF,
                Optional.of(new PersonName("", "Eva Öberg")),
                START,
                Optional.empty(),
                false,
                Optional.of(Visit.NotDone.DECLINED),
                List.of(LifeArea.SELF_CARE),
                Law.SOL);

        assertThat(LedgerJson.readContent(FactKind.VISIT, LedgerJson.write(visit)))
                .isEqualTo(visit);
    }
}
