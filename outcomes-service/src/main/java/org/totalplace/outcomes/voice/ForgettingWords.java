package org.totalplace.outcomes.voice;

import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;

/** Deletes what suggesters wrote themselves once their suggestion has rested long enough; what was published stays. */
@Component
class ForgettingWords {

    private static final Duration A_DAY = Duration.ofDays(1);

    private static final String FORGET = """
            delete from suggestion_words w
            using suggestion s
            where s.number = w.suggestion and s.stage = 'closed'
              and not exists (select from suggestion_event e where e.suggestion = s.number
                and greatest(e.happened_on, (e.entered_at at time zone 'Europe/London')::date) > ?)
            """;

    private final BulkDatabase database;
    private final Bounds bounds;
    private final InstantSource clock;

    ForgettingWords(BulkDatabase database, Bounds bounds, InstantSource clock) {
        this.database = database;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** Does so every day. */
    @Configuration(proxyBeanMethods = false)
    static class Daily {

        @Bean
        Rounds forgettingRounds(ForgettingWords forgetting) {
            return new Rounds("forgetting-words", () -> {
                forgetting.forget(LocalDate.ofInstant(forgetting.clock.instant(), SuggestionEndpoints.BRITAIN));
                return A_DAY;
            });
        }
    }

    /** How many texts were forgotten. */
    int forget(LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                forget.setObject(1, today.minusDays(bounds.keepWords()));
                return forget.executeUpdate();
            }
        });
    }
}
