package org.totalplace.outcomes.personview;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.connection.ConnectionFactoryUtils;
import org.springframework.stereotype.Component;
import org.totalplace.starter.security.Purpose;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The views of a person as they change, seen by every replica: PostgreSQL tells its listeners of each commit. */
@Component
class ViewChanges {

    private static final Logger LOG = LoggerFactory.getLogger(ViewChanges.class);
    private static final Duration SETTLING = Duration.ofMillis(50);
    /** What a lost notification costs at most. */
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);

    private final CombinedViews views;
    private final Flux<String> commits;

    ViewChanges(CombinedViews views, ConnectionFactory connections) {
        this.views = views;
        Flux<String> heard = Flux.usingWhen(
                        ConnectionFactoryUtils.getConnection(connections),
                        connection -> heard(unwrapped(connection)),
                        connection -> Mono.from(connection.close()))
                .doOnError(lost -> LOG.warn("Changes of views are not heard at the moment: {}", lost.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, LOOK_ANYWAY));
        this.commits = Flux.merge(
                        heard, Flux.interval(LOOK_ANYWAY).map(tick -> "tick").onBackpressureDrop())
                .sample(SETTLING)
                .share();
    }

    /** The view each time that it has changed for the purpose since the version; ends when the person is no more. */
    Flux<CombinedView> of(UUID person, long since, Purpose purpose) {
        return Flux.defer(() -> {
            long[] seen = {since};
            return Flux.concat(Flux.just("now"), commits)
                    .onBackpressureLatest()
                    .concatMap(commit -> views.version(person, purpose).defaultIfEmpty(-1L), 1)
                    .filter(version -> version != seen[0])
                    .takeUntil(version -> version < 0)
                    .filter(version -> version >= 0)
                    .doOnNext(version -> seen[0] = version)
                    .concatMap(version -> views.get(person, purpose).onErrorResume(gone -> Mono.empty()), 1);
        });
    }

    private static Flux<String> heard(PostgresqlConnection connection) {
        return connection
                .createStatement("listen " + AnnouncingViews.CHANNEL)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .thenMany(connection.getNotifications().map(notification -> notification.getName()));
    }

    private static PostgresqlConnection unwrapped(Connection connection) {
        Object real =
                connection instanceof Wrapped<?> wrapped ? wrapped.unwrap(PostgresqlConnection.class) : connection;
        if (real instanceof PostgresqlConnection postgresql) {
            return postgresql;
        }
        throw new IllegalStateException("Views are watched through PostgreSQL only");
    }
}
