package org.totalplace.journey.linkage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.journey.identity.IdentityRecords;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.StandingRecords;
import org.totalplace.linkage.model.LinkageModel;

/**
 * All records of the place in memory, as they stood at a snapshot of the table, so that every replica of the service
 * finds what another one took in. Taken in anew when the model changes and when much else did. Who was erased is
 * forgotten at once; names that nobody else bears go when all is taken in anew, as soon as nothing is due. Not for
 * several threads.
 */
final class StandingPlace {

    private static final String OLDEST_RUNNING = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    private final Duplicates duplicates;
    private @Nullable StandingRecords standing;
    private String seen = "0";
    private long erasuresSeen;
    private long erasuresGone;

    StandingPlace(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    /**
     * The records with every change that is committed by now.
     *
     * @param later subjects whose change is left out, because the caller is about to place it
     */
    StandingRecords asOfNow(Connection connection, LinkageModel model, Set<String> later) throws SQLException {
        String oldest = oldestRunning(connection);
        long erasures = IdentityRecords.erasures(connection);
        StandingRecords held = standing;
        List<IdentityRecord> changed = held == null ? List.of() : IdentityRecords.changedSince(connection, seen);
        if (held == null || held.isWornBy(changed.size()) || !held.model().equals(model)) {
            held = StandingRecords.of(IdentityRecords.all(connection), model, duplicates);
            erasuresGone = erasures;
        } else {
            if (erasures != erasuresSeen) {
                held.forget(IdentityRecords.erasedAfter(connection, erasuresSeen));
            }
            held.put(changed.stream()
                    .filter(identity -> !later.contains(identity.id()))
                    .toList());
        }
        standing = held;
        seen = oldest;
        erasuresSeen = erasures;
        return held;
    }

    /** The same while nothing is due: then there is time to be rid of what was erased altogether. */
    void keepUp(Connection connection, LinkageModel model) throws SQLException {
        if (IdentityRecords.erasures(connection) != erasuresGone) {
            giveUp();
        }
        asOfNow(connection, model, Set.of());
    }

    /** Gives the records up after trouble: what was taken in may never have been committed. */
    void giveUp() {
        standing = null;
        seen = "0";
    }

    private static String oldestRunning(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OLDEST_RUNNING);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
