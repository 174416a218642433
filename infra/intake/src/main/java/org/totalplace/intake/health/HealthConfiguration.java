package org.totalplace.intake.health;

import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.intake.delivery.IntakeConfiguration;
import org.totalplace.starter.observability.Watched;
import tools.jackson.databind.json.JsonMapper;

/** The health of feeds, wherever deliveries are taken. */
@AutoConfiguration(after = IntakeConfiguration.class)
@ConditionalOnProperty("totalplace.intake.path")
@Import(HealthEndpoints.class)
public class HealthConfiguration {

    private static final int MOST_FEEDS = 1_000;

    private static final String REFUSED = """
            select d.feed, d.agency, coalesce(d.refused / nullif(d.read, 0), 0) as value
            from (select distinct on (feed) feed, agency, (report #>> '{rows,refused}')::double precision as refused,
                         (report #>> '{rows,read}')::double precision as read
                  from delivery where status = 'published' order by feed, sequence desc) d
            where d.refused is not null
            """;

    @Bean
    FeedHealths feedHealths(
            DatabaseClient database, JsonMapper json, ObjectProvider<PullHealth> pulls, InstantSource clock) {
        return new FeedHealths(
                new FeedsInBooks(database, json), pulls.orderedStream().toList(), clock);
    }

    @Bean
    Watched feedsMissing(FeedHealths healths) {
        return new Watched(
                "totalplace.feed.missing.periods",
                "Periods that a feed lacks though their last day on time has passed",
                () -> healths.page(null, "", MOST_FEEDS)
                        .map(page -> page.results().stream()
                                .map(feed -> new Watched.Reading(
                                        Tags.of("feed", feed.feed(), "agency", feed.agency()), feed.missing()))
                                .toList()));
    }

    @Bean
    Watched rowsRefused(DatabaseClient database) {
        return Watched.bySql(
                "totalplace.feed.rows.refused.share",
                "Of the rows of a feed's newest published delivery the share that was refused, 0 to 1",
                database,
                REFUSED);
    }
}
