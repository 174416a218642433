package org.totalplace.gateway.usage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the whole chain and its heads, and says whether they are as they were written. */
@Component
class Verifying {

    /**
     * What was found.
     *
     * @param entries how many entries are as they were written, from the first on
     * @param hash of the last of them
     * @param broken the first that is not; null when all are
     */
    record Verdict(long entries, String hash, @Nullable Broken broken) {}

    private static final int PAGE = 2_000;

    private final ChainLog log;
    private final SigningKey key;

    Verifying(ChainLog log, SigningKey key) {
        this.log = log;
        this.key = key;
    }

    /** Everything that is recorded by now. */
    Mono<Verdict> all() {
        // The furthest head first: the chain only grows, so it reaches at least as far, unless it was cut short.
        return log.furthestHead()
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMap(furthest -> log.tip().flatMap(tip -> upTo(tip, furthest)));
    }

    private Mono<Verdict> upTo(ChainLog.Tip tip, List<SignedHead> furthest) {
        ChainCheck check = ChainCheck.ofAll(key::signed);
        // From below the first place on: what somebody put there is no part of the chain.
        return pages(check, Long.MIN_VALUE, tip.seq()).then(log.hasMore()).map(more -> {
            check.read(
                    List.of(),
                    furthest.stream().filter(head -> head.seq() > tip.seq()).toList());
            return verdict(check, tip, more);
        });
    }

    /** What came after an entry that was as written when last looked at. */
    Mono<Verdict> since(long seq, String hash) {
        return log.tip().flatMap(tip -> {
            ChainCheck check = ChainCheck.after(seq, hash);
            return pages(check, seq, tip.seq()).then(Mono.fromSupplier(() -> verdict(check, tip, false)));
        });
    }

    private Mono<Void> pages(ChainCheck check, long after, long last) {
        return log.entries(after, last, PAGE)
                .collectList()
                .flatMap(entries -> log.heads(after, upTo(entries, last))
                        .collectList()
                        .flatMap(heads -> {
                            check.read(entries, heads);
                            return entries.size() < PAGE || check.isBroken()
                                    ? Mono.<Void>empty()
                                    : pages(check, entries.getLast().seq(), last);
                        }));
    }

    private static long upTo(List<Chained> entries, long last) {
        return entries.size() < PAGE ? last : entries.getLast().seq();
    }

    /** @param more whether there are entries past the chain's end */
    static Verdict verdict(ChainCheck check, ChainLog.Tip tip, boolean more) {
        Optional<Broken> broken = check.end();
        if (broken.isEmpty() && check.seq() != tip.seq()) {
            broken = Optional.of(Broken.Kind.TRUNCATED.at(Math.min(check.seq(), tip.seq()) + 1));
        } else if (broken.isEmpty() && !check.hash().equals(tip.hash())) {
            broken = Optional.of(Broken.Kind.REWRITTEN.at(check.seq()));
        } else if (broken.isEmpty() && more) {
            broken = Optional.of(Broken.Kind.INSERTED.at(tip.seq() + 1));
        }
        return new Verdict(check.seq(), check.hash(), broken.orElse(null));
    }
}
