package org.totalplace.journey.community.feed;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.intake.fetch.Names;
import org.totalplace.intake.fetch.PullAddress;
import org.totalplace.journey.community.directory.ImportingDirectory;
import org.totalplace.starter.rounds.Rounds;
import tools.jackson.databind.json.JsonMapper;

/** The run that fetches directories. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
class FeedConfiguration {

    @Bean
    PullingFeeds pullingFeeds(
            FeedTimes times,
            ImportingDirectory importing,
            FeedSettings settings,
            JsonMapper json,
            InstantSource clock) {
        AskingFeed asking = new AskingFeed(new PullAddress(settings.allowed(), Names.ofThisMachine()), json);
        return new PullingFeeds(times, asking::ask, importing, settings.every(), clock);
    }

    @Bean
    Rounds directoryFeeds(PullingFeeds pulling) {
        return new Rounds("directory-feeds", pulling);
    }
}
