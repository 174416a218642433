package org.totalplace.starter.bulk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The blocking side of the database, with the run-time role. */
@AutoConfiguration
@ConditionalOnProperty("totalplace.bulk.url")
@EnableConfigurationProperties(BulkProperties.class)
public class BulkConfiguration {

    @Bean(destroyMethod = "close")
    BulkDatabase bulkDatabase(BulkProperties properties) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(properties.url());
        config.setUsername(properties.username());
        config.setPassword(properties.password());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(properties.connections());
        config.setMinimumIdle(1);
        config.setPoolName("bulk");
        // The service starts before its database answers; the first use waits instead.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new BulkDatabase(new HikariDataSource(config));
    }
}
