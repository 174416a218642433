package org.totalplace.starter.table;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** The tables that a service gives: what their columns mean, and all of them as Parquet. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class TableConfiguration {

    private static final String CSV = "text/csv";

    @Bean
    DescribingTables describingTables(JsonMapper json) {
        return new DescribingTables(new TableDescription(Columns.shipped()), json);
    }

    @Bean
    AsParquet asParquet(JsonMapper json) {
        return new AsParquet(Columns.shipped(), json);
    }

    /** Wherever a call answers with CSV, it answers with Parquet too. */
    @Bean
    GlobalOpenApiCustomizer parquetBesideCsv() {
        return api -> api.getPaths().values().stream()
                .map(PathItem::getGet)
                .filter(Objects::nonNull)
                .flatMap(get -> get.getResponses().values().stream())
                .map(ApiResponse::getContent)
                .filter(content -> content != null && content.containsKey(CSV))
                .forEach(content -> content.addMediaType(
                        AsParquet.TYPE.toString(),
                        new MediaType().schema(new Schema<>().type("string").format("binary"))));
    }
}
