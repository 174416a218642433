package org.totalplace.journey.community.directory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.journey.community.listing.ReadingDirectory;
import tools.jackson.databind.json.JsonMapper;

/** What the directory is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DirectorySettings.class)
class DirectoryConfiguration {

    @Bean
    ReadingDirectory readingDirectory(JsonMapper json) {
        return new ReadingDirectory(json);
    }
}
