package org.totalplace.starter.price;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The series that services tell prices by, the same for all of them. */
@AutoConfiguration
@EnableConfigurationProperties(DeflatorSettings.class)
public class PriceConfiguration {

    @Bean
    Deflators deflators(DeflatorSettings settings) {
        return new Deflators(settings);
    }
}
