package org.totalplace.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.totalplace.starter.problem.Problem;

class PurposeTests {

    private final Caller practitioner = new Caller("p", Set.of(Role.PRACTITIONER), null);
    private final Caller analyst = new Caller("a", Set.of(Role.ANALYST), null);

    @Test
    void is_taken_when_the_callers_role_may_have_it() {
        assertThat(Purpose.stated("direct-care", practitioner)).isEqualTo(Purpose.DIRECT_CARE);
    }

    @Test
    void is_refused_when_missing_unknown_or_not_the_roles() {
        assertThatThrownBy(() -> Purpose.stated(null, practitioner)).hasMessageContaining("Say why");
        assertThatThrownBy(() -> Purpose.stated("curiosity", practitioner)).hasMessageContaining("direct-care");
        assertThatThrownBy(() -> Purpose.stated("audit", practitioner)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Purpose.stated("direct-care", analyst)).isInstanceOf(Problem.class);
    }

    @Test
    void evaluation_is_of_many_and_never_of_one_person() {
        assertThat(Purpose.statedForMany("evaluation", analyst)).isEqualTo(Purpose.EVALUATION);
        assertThatThrownBy(() -> Purpose.stated("evaluation", analyst)).hasMessageContaining("direct-care");
        assertThatThrownBy(() -> Purpose.statedForMany("direct-care", practitioner))
                .hasMessageContaining("evaluation");
        assertThatThrownBy(() -> Purpose.statedForMany(null, analyst)).hasMessageContaining("Say why");
    }
}
