package se.omsorgsbron.primarycare.fhir.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Basic;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;

class OrderTest {

    @Test
    void urgentConceptsGoFirst() {
        assertThat(sorted(draft("note", Concept.NOTES), draft("team", Concept.CONTACTS), draft("risk", Concept.RISK)))
                .containsExactly("risk", "team", "note");
    }

    @Test
    void whatIsNeededGoesBeforeWhatNeedsIt() {
        assertThat(sorted(draft("team", Concept.CONTACTS, "relative"), draft("relative", Concept.CONTACTS)))
                .containsExactly("relative", "team");
    }

    @Test
    void whatAnUrgentItemNeedsGoesWithIt() {
        Draft risk = draft("risk", Concept.RISK, "corrected");
        Draft corrected = draft("corrected", Concept.NOTES);

        assertThat(parts(corrected, draft("team", Concept.CONTACTS), risk))
                .containsExactly(List.of("corrected", "risk"), List.of("team"));
    }

    @Test
    void oneConceptIsHalvedAndTheFirstHalfNeedsNothingOfTheSecond() {
        assertThat(parts(
                        draft("a", Concept.PLANS, "d"),
                        draft("b", Concept.PLANS),
                        draft("c", Concept.PLANS),
                        draft("d", Concept.PLANS)))
                .containsExactly(List.of("d", "a"), List.of("b", "c"));
    }

    @Test
    void itemsThatNeedEachOtherStayTogetherInsteadOfTurningForever() {
        assertThat(sorted(draft("a", Concept.PLANS, "b"), draft("b", Concept.PLANS, "a")))
                .containsExactlyInAnyOrder("a", "b");
    }

    private static List<String> sorted(Draft... drafts) {
        return keys(Order.sorted(Arrays.asList(drafts)));
    }

    private static List<List<String>> parts(Draft... drafts) {
        return Order.parts(Arrays.asList(drafts)).stream().map(OrderTest::keys).toList();
    }

    private static List<String> keys(List<Draft> drafts) {
        return drafts.stream().map(Draft::key).toList();
    }

    private static Draft draft(String key, Concept concept, String... needs) {
        Item item = new Item(key, concept, Item.Mode.KEEP, "", "", Set.of(needs));
        return new Draft(item, new Basic(), Optional.empty(), false);
    }
}
