package org.totalplace.starter.price;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param file CSV with a header and the columns financial year, index, and status ({@code outturn} or
 *     {@code provisional}); null for none
 * @param source the series and its edition, told beside every figure in real terms
 */
@ConfigurationProperties("totalplace.deflators")
record DeflatorSettings(
        @Nullable Path file, @DefaultValue("") String source) {

    DeflatorSettings {
        if (file != null && source.isBlank()) {
            throw new IllegalArgumentException(
                    "totalplace.deflators.file needs totalplace.deflators.source: the series and its edition");
        }
    }
}
