package org.totalplace.gateway.usage;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The chain and its signed heads as they stand in the database. */
@Component
class ChainLog {

    /** Where the chain ends. */
    record Tip(long seq, String hash) {}

    private final DatabaseClient database;

    ChainLog(DatabaseClient database) {
        this.database = database;
    }

    Mono<Tip> tip() {
        return database.sql("select seq, hash from usage_tip")
                .map(row -> new Tip(UsageLog.required(row, "seq", Long.class), text(row, "hash")))
                .one();
    }

    /** The next entries past a place and up to another, in order. */
    Flux<Chained> entries(long after, long last, int most) {
        return database.sql("""
                        select id, seq, previous, hash,
                               at, organisation, caller, role, purpose, what, person_id, trace_id, success
                        from usage_record
                        where seq > $1 and seq <= $2
                        order by seq, id
                        limit $3
                        """)
                .bind(0, after)
                .bind(1, last)
                .bind(2, most)
                .map(row -> new Chained(
                        UsageLog.required(row, "seq", Long.class),
                        UsageLog.entry(row),
                        text(row, "previous"),
                        text(row, "hash")))
                .all();
    }

    /** Whether there are entries past the chain's end: nobody could have added them in order. */
    Mono<Boolean> hasMore() {
        return database.sql("select exists (select from usage_record r, usage_tip t where r.seq > t.seq) as more")
                .map(row -> UsageLog.required(row, "more", Boolean.class))
                .one();
    }

    /** Heads signed for places past one and up to another, by place. */
    Flux<SignedHead> heads(long after, long last) {
        return database.sql("""
                        select seq, hash, at, key, signature
                        from usage_head
                        where seq > $1 and seq <= $2
                        order by seq, id
                        """)
                .bind(0, after)
                .bind(1, last)
                .map(ChainLog::head)
                .all();
    }

    /** The one that vouches for the most entries. */
    Mono<SignedHead> furthestHead() {
        return database.sql("select seq, hash, at, key, signature from usage_head order by seq desc, id desc limit 1")
                .map(ChainLog::head)
                .one();
    }

    /** Those signed last, newest first. */
    Flux<SignedHead> newestHeads(int most) {
        return database.sql("select seq, hash, at, key, signature from usage_head order by id desc limit $1")
                .bind(0, most)
                .map(ChainLog::head)
                .all();
    }

    Mono<Void> keep(SignedHead head) {
        return database.sql("insert into usage_head (seq, hash, at, key, signature) values ($1, $2, $3, $4, $5)")
                .bind(0, head.seq())
                .bind(1, head.hash())
                .bind(2, head.at().atOffset(ZoneOffset.UTC))
                .bind(3, head.key())
                .bind(4, head.signature())
                .then();
    }

    private static SignedHead head(Readable row) {
        return new SignedHead(
                UsageLog.required(row, "seq", Long.class),
                text(row, "hash"),
                UsageLog.required(row, "at", OffsetDateTime.class).toInstant(),
                text(row, "key"),
                text(row, "signature"));
    }

    private static String text(Readable row, String column) {
        return UsageLog.required(row, column, String.class);
    }
}
