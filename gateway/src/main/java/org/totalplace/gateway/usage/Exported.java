package org.totalplace.gateway.usage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.PersonId;

/**
 * One line of an exported usage record: where the chain ends, a head that was signed, or an entry. Of the three one is
 * there.
 */
record Exported(
        @Nullable Tip tip,
        @Nullable SignedHead head,
        @Nullable Entry entry) {

    /** Where the chain ended when it was exported. */
    record Tip(long seq, String hash) {}

    /** An entry with its place, the hash before it, and its own. */
    record Entry(
            long seq,
            Instant at,
            @Nullable String organisation,
            String caller,
            String role,
            String purpose,
            String what,
            @Nullable UUID person,
            String trace,
            boolean success,
            String previous,
            String hash) {

        Chained chained() {
            UsageRecord said = new UsageRecord(
                    at,
                    organisation,
                    caller,
                    role,
                    purpose,
                    what,
                    person == null ? null : new PersonId(person),
                    trace,
                    success);
            return new Chained(seq, said, previous, hash);
        }
    }

    static Exported of(ChainLog.Tip tip) {
        return new Exported(new Tip(tip.seq(), tip.hash()), null, null);
    }

    static Exported of(SignedHead head) {
        return new Exported(null, head, null);
    }

    static Exported of(Chained chained) {
        UsageRecord said = chained.entry();
        return new Exported(
                null,
                null,
                new Entry(
                        chained.seq(),
                        said.at(),
                        said.organisation(),
                        said.caller(),
                        said.role(),
                        said.purpose(),
                        said.what(),
                        said.person() == null ? null : said.person().value(),
                        said.traceId(),
                        said.success(),
                        chained.previous(),
                        chained.hash()));
    }
}
