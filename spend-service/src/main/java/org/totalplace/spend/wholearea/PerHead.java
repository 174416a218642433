package org.totalplace.spend.wholearea;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.place.Population;

/**
 * Pounds for each inhabitant; divided last, each figure by itself.
 *
 * @param net absent where the count does not go into the figure's detail
 * @param population of the place
 * @param source who counted it
 * @param year when; absent where nobody said
 */
@Schema(name = "PerHead")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PerHead(
        BigDecimal gross,
        @Nullable BigDecimal net,
        long population,
        String source,
        @Nullable String year) {

    private static final String UNSAID = "not stated: as the place is configured or defined";

    static PerHead of(Population population, BigDecimal gross, @Nullable BigDecimal net) {
        String source = population.source();
        return new PerHead(
                divided(gross, population),
                net == null ? null : divided(net, population),
                population.people(),
                source == null ? UNSAID : source,
                population.year());
    }

    private static BigDecimal divided(BigDecimal pounds, Population population) {
        return pounds.divide(BigDecimal.valueOf(population.people()), 2, RoundingMode.HALF_EVEN);
    }
}
