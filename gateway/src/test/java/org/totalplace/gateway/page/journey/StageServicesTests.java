package org.totalplace.gateway.page.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.gateway.page.journey.StageServices.AtStage;
import org.totalplace.gateway.page.journey.StageServices.Line;
import org.totalplace.gateway.page.journey.StageServices.Offer;

class StageServicesTests {

    private static final Line PREVENTION = new Line("county", "PREV", "Prevention", new BigDecimal("7022010.05"));
    private static final Line THERAPY = new Line("trust", "OT", null, null);

    @Test
    void money_that_pays_for_several_services_is_told_once() {
        AtStage stage = new AtStage(
                "At home",
                List.of(
                        new Offer(null, 1, List.of(), List.of(PREVENTION)),
                        new Offer("Loneliness", 4, List.of(), List.of(PREVENTION, THERAPY))));

        assertThat(stage.lines()).containsExactly(PREVENTION, THERAPY);
    }
}
