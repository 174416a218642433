package org.totalplace.spend.ledger;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes the sums by payee that are due: soon after a delivery, and before anybody reads them. */
@Component
public class PayeeSumsSettled {

    private static final Duration REST = Duration.ofSeconds(1);

    private final DatabaseClient database;
    private final BulkDatabase bulk;
    /** The last delivery whose lines are quick to find. */
    private long placed = -1;

    PayeeSumsSettled(DatabaseClient database, BulkDatabase bulk) {
        this.database = database;
        this.bulk = bulk;
    }

    /** Completes when the sums of every delivery that is posted by now can be read. */
    public Mono<Void> settled() {
        return database.sql(PayeeSums.ANY_DUE)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one()
                .flatMap(due -> due
                        ? Mono.<Void>fromRunnable(this::settle).subscribeOn(Schedulers.boundedElastic())
                        : Mono.empty());
    }

    /** The rows of a query, after all that it reads was settled. */
    public <T> Flux<T> before(SliceQuery query, Flux<T> rows) {
        return query.readsPayees() ? settled().thenMany(rows) : rows;
    }

    private void settle() {
        try {
            while (bulk.inTransaction(PayeeSums::settleNext)) {
                // A transaction each, so that others wait for one delivery at most.
            }
        } catch (Exception failure) {
            throw new IllegalStateException("The sums by payee could not be made", failure);
        }
    }

    private Duration round() throws Exception {
        long posted = bulk.inTransaction(ManyLines::posted);
        settle();
        if (posted != placed) {
            bulk.inTransaction(ManyLines::place);
            placed = posted;
        }
        return REST;
    }

    /** The rounds in which deliveries are summed. */
    @Configuration(proxyBeanMethods = false)
    static class Running {

        @Bean
        Rounds payeeSumRounds(PayeeSumsSettled sums) {
            return new Rounds("payee-sums", sums::round);
        }
    }
}
