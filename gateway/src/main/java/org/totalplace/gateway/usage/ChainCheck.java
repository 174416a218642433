package org.totalplace.gateway.usage;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chain in order and names the first entry that is not as it was written. It holds one entry and looks at the
 * next, so that a chain of any length can be read in pages.
 */
final class ChainCheck {

    private final Predicate<SignedHead> genuine;
    private final Queue<SignedHead> heads = new ArrayDeque<>();
    private long seq;
    private String hash;
    private @Nullable String before;
    private long vouchedFor;
    private @Nullable Chained waiting;
    private @Nullable Broken broken;

    private ChainCheck(long seq, String hash, Predicate<SignedHead> genuine) {
        this.seq = seq;
        this.hash = hash;
        this.vouchedFor = seq;
        this.genuine = genuine;
    }

    /** @param genuine whether a head is signed by the gateway */
    static ChainCheck ofAll(Predicate<SignedHead> genuine) {
        return new ChainCheck(0, Chained.BEGINNING, genuine);
    }

    /** Of what came after the entry at this place with this hash. */
    static ChainCheck after(long seq, String hash) {
        return new ChainCheck(seq, hash, head -> true);
    }

    /**
     * Takes the next entries, and the heads signed for them.
     *
     * @param entries by place
     * @param signed by place
     */
    void read(List<Chained> entries, List<SignedHead> signed) {
        heads.addAll(signed);
        for (Chained entry : entries) {
            if (waiting != null) {
                judge(waiting, entry);
            }
            waiting = entry;
        }
    }

    /** What was found, once there are no more entries. */
    Optional<Broken> end() {
        if (waiting != null) {
            judge(waiting, null);
            waiting = null;
        }
        compareHeads();
        if (broken == null && !heads.isEmpty()) {
            broken = Broken.Kind.TRUNCATED.at(seq + 1);
        }
        return Optional.ofNullable(broken);
    }

    /** The place of the last entry that is as it was written. */
    long seq() {
        return seq;
    }

    /** Its hash. */
    String hash() {
        return hash;
    }

    boolean isBroken() {
        return broken != null;
    }

    private void judge(Chained entry, @Nullable Chained follower) {
        compareHeads();
        if (broken != null) {
            return;
        }
        broken = fault(entry, follower);
        if (broken == null) {
            before = hash;
            seq = entry.seq();
            hash = entry.hash();
        }
    }

    private @Nullable Broken fault(Chained entry, @Nullable Chained follower) {
        long expected = seq + 1;
        if (entry.seq() > expected) {
            return Broken.Kind.MISSING.at(expected);
        }
        boolean passedOver = follower != null && follower.previous().equals(hash);
        if (entry.seq() < expected) {
            return Broken.Kind.INSERTED.at(entry.seq());
        }
        if (!entry.isAsWritten()) {
            return passedOver ? Broken.Kind.INSERTED.at(expected) : Broken.Kind.CHANGED.at(expected);
        }
        if (entry.previous().equals(hash)) {
            return null;
        }
        if (follower != null && entry.previous().equals(follower.hash())) {
            return Broken.Kind.SWAPPED.at(expected);
        }
        if (passedOver) {
            return Broken.Kind.INSERTED.at(expected);
        }
        return entry.previous().equals(before)
                ? Broken.Kind.INSERTED.at(seq)
                : Broken.Kind.DOES_NOT_FOLLOW.at(expected);
    }

    /** A chain rewritten from some entry on agrees with itself, but not with what was signed. */
    private void compareHeads() {
        for (SignedHead head = heads.peek(); head != null && head.seq() <= seq; head = heads.peek()) {
            heads.remove();
            if (broken != null) {
                continue;
            }
            if (!genuine.test(head)) {
                broken = Broken.Kind.NOT_SIGNED.at(head.seq());
            } else if (!head.hash().equals(hash)) {
                broken = Broken.Kind.REWRITTEN.at(Math.min(vouchedFor + 1, head.seq()));
            } else {
                vouchedFor = head.seq();
            }
        }
    }
}
