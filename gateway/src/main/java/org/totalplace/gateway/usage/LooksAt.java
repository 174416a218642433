package org.totalplace.gateway.usage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** Who looked at a person, as pages show it: under whichever id, newest first. */
@Component
public class LooksAt {

    /**
     * A page of looks.
     *
     * @param earlier where the next page begins; null where there is none
     * @param own how often the person themselves looked, which is not in the list
     */
    public record Told(List<UsageRecord> looks, @Nullable String earlier, Own own) {

        /** Nothing. */
        public static final Told NOTHING = new Told(List.of(), null, new Own(0, null));
    }

    /** @param last null where they never did */
    public record Own(long looks, @Nullable Instant last) {}

    private final UsageLog log;
    private final KnownIds ids;

    LooksAt(UsageLog log, KnownIds ids) {
        this.log = log;
        this.ids = ids;
    }

    /** Every look, for whoever watches over the record. */
    public Mono<Told> all(Jwt token, Purpose purpose, PersonId person, int most) {
        return ids.of(token, purpose, person)
                .flatMap(borne -> log.about(borne, null, Long.MAX_VALUE, most).collectList())
                .map(found -> new Told(entries(found), null, Told.NOTHING.own()));
    }

    /**
     * Looks of others, and how often the person looked.
     *
     * @param before as the page before gave it; null for the newest
     */
    public Mono<Told> ofOthers(Jwt token, PersonId person, @Nullable String before, int most) {
        String own = Caller.of(token).name();
        long place = Looks.before(before);
        return ids.of(token, Purpose.SUBJECT_ACCESS, person)
                .flatMap(borne ->
                        Mono.zip(log.about(borne, own, place, most + 1).collectList(), log.ownLooks(borne, own)))
                .map(read -> told(read.getT1(), read.getT2(), most));
    }

    private static Told told(List<UsageLog.Numbered> found, Own own, int most) {
        List<UsageLog.Numbered> shown = found.subList(0, Math.min(most, found.size()));
        String earlier = found.size() > most ? Cursor.of(shown.getLast().seq()) : null;
        return new Told(entries(shown), earlier, own);
    }

    private static List<UsageRecord> entries(List<UsageLog.Numbered> found) {
        return found.stream().map(UsageLog.Numbered::entry).toList();
    }
}
