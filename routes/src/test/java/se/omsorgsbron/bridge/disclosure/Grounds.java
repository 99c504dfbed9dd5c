package se.omsorgsbron.bridge.disclosure;

import java.util.List;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.RecordedGround.Kind;
import se.omsorgsbron.api.domain.RecordedGround.Scope;

/** Grounds as a source records them; days are counted from {@link TestDeliveries#TODAY}, which is 0. */
final class Grounds {
    private Grounds() {}

    static Scope only(String concept) {
        return new Scope(List.of(), List.of(DisclosedConcept.ofCode(concept).orElseThrow()));
    }

    static Scope to(String recipient) {
        return new Scope(List.of(recipient), List.of());
    }

    static RecordedGround ground(Kind kind, int first) {
        return ground(kind, Scope.ALL, first);
    }

    static RecordedGround ground(Kind kind, Scope scope, int first) {
        return new RecordedGround(
                kind, scope, Period.from(TestDeliveries.TODAY.plusDays(first)), "Biståndshandläggare");
    }

    static RecordedGround ground(Kind kind, Scope scope, int first, int last) {
        RecordedGround open = ground(kind, scope, first);
        return new RecordedGround(
                kind, scope, open.period().endedOn(TestDeliveries.TODAY.plusDays(last)), open.recordedBy());
    }
}
