package se.omsorgsbron.fhir.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pool of validators")
class InstanceValidatorPoolTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    @DisplayName("uses one again, and renews it after its calls")
    void renewsAfterItsCalls() {
        InstanceValidatorPool pool = new InstanceValidatorPool(1, 3, this::none);

        IntStream.range(0, 7).forEach(call -> pool.with(validator -> call));

        assertThat(made).hasValue(3);
        assertThat(pool.built()).isEqualTo(3);
    }

    @Test
    @DisplayName("does not use again one that threw, and still serves the next")
    void dropsOneThatThrew() {
        InstanceValidatorPool pool = new InstanceValidatorPool(1, 300, this::none);

        assertThatThrownBy(() -> pool.with(validator -> {
                    throw new IllegalStateException("half-way");
                }))
                .hasMessage("half-way");

        assertThat(pool.<Integer>with(validator -> 1)).isEqualTo(1);
        assertThat(made).hasValue(2);
    }

    @Test
    @DisplayName("has at least one")
    void hasAtLeastOne() {
        assertThatThrownBy(() -> new InstanceValidatorPool(0, 300, this::none))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What is pooled does not matter here. */
    private InstanceValidator none() {
        made.incrementAndGet();
        return null;
    }
}
