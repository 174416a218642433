package org.totalplace.gateway.usage;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.totalplace.starter.rounds.Rounds;
import reactor.core.publisher.Mono;

/**
 * Signs where the chain ends, again and again. It signs only what goes on from where it signed last: a chain that was
 * cut short or rewritten behind its back is not vouched for anew, and the log says so.
 */
final class SigningHeads implements Rounds.Round {

    private static final Logger LOG = LoggerFactory.getLogger(SigningHeads.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChainLog chain;
    private final Verifying verifying;
    private final SigningKey key;
    private final InstantSource clock;
    private final Duration every;
    private @Nullable SignedHead last;

    SigningHeads(ChainLog chain, Verifying verifying, SigningKey key, InstantSource clock, Duration every) {
        this.chain = chain;
        this.verifying = verifying;
        this.key = key;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public Duration run() {
        sign().block(PATIENCE);
        return every;
    }

    /** The head that was signed; empty when the chain is not what it was. */
    Mono<SignedHead> sign() {
        return signedLast()
                .flatMap(head -> verifying.since(head.seq(), head.hash()))
                .switchIfEmpty(verifying.since(0, Chained.BEGINNING))
                .flatMap(this::signed);
    }

    private Mono<SignedHead> signedLast() {
        return Mono.justOrEmpty(last)
                .switchIfEmpty(chain.newestHeads(1).filter(key::signed).next());
    }

    private Mono<SignedHead> signed(Verifying.Verdict verdict) {
        Broken broken = verdict.broken();
        if (broken != null) {
            LOG.error("The usage record is not as it was written and is not signed: {}", broken.detail());
            return Mono.empty();
        }
        SignedHead head =
                key.signed(verdict.entries(), verdict.hash(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return chain.keep(head).thenReturn(head).doOnNext(kept -> {
            last = kept;
            LOG.info("Usage record signed: {} entries, hash {}, key {}", kept.seq(), kept.hash(), kept.key());
        });
    }
}
