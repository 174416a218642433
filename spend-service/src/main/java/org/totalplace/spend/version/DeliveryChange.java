package org.totalplace.spend.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a delivery between two versions.
 *
 * @param agency whose feed it came by
 * @param amount of its lines, in pounds
 * @param posted the version from which it counts; absent if it counted before
 * @param ended the version from which it counts no more; absent if it still does
 * @param endedBy {@code superseded} or {@code withdrawn}
 */
@Schema(name = "DeliveryChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryChange(
        UUID delivery,
        String feed,
        String agency,
        String phase,
        long lines,
        BigDecimal amount,
        @Nullable String posted,
        @Nullable String ended,
        @Nullable String endedBy) {}
