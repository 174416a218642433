package org.totalplace.starter.table;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Descriptions of the tables that a service gives. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class TableConfiguration {

    @Bean
    DescribingTables describingTables(JsonMapper json) {
        return new DescribingTables(new TableDescription(Columns.shipped()), json);
    }
}
