package org.totalplace.spend.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export as its asker sees it.
 *
 * @param status {@code waiting}, {@code writing}, {@code ready}, {@code failed} or {@code expired}
 * @param expires from when on it is gone
 * @param file where the table is, once it is ready
 */
@Schema(name = "Export")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Export(
        UUID id,
        String status,
        Rows rows,
        @Nullable Long bytes,
        Instant asked,
        Instant expires,
        @Nullable String file) {

    /**
     * @param counted before the first was written
     * @param written by now
     */
    @Schema(name = "ExportRows")
    record Rows(long counted, long written) {}
}
