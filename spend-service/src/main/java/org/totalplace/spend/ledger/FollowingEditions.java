package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import org.totalplace.spend.payee.ReadingNamesAnew;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * After an upgrade that reads payees' names in another way, stored names are read anew at the first start, as a
 * revision: as of any moment before, the figures stay what they were. Of several instances the first to come does it.
 */
@Component
class FollowingEditions implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(FollowingEditions.class);

    private static final String CURRENT = "select edition = ? from payee_edition";
    private static final String SAVE = "update payee_edition set edition = ?";
    private static final String ANY_NAMES = "select exists (select from payee_name)";

    private final BulkDatabase database;
    private final InstantSource clock;

    FollowingEditions(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent started) {
        try {
            readAnew();
        } catch (Exception failure) {
            throw new IllegalStateException("Names of payees cannot be read by the rules of this edition", failure);
        }
    }

    /** @return whether names were read anew */
    boolean readAnew() throws Exception {
        return database.inTransaction(connection -> !isCurrent(connection) && readAnewIn(connection));
    }

    private boolean readAnewIn(Connection connection) throws SQLException {
        if (!isTrue(connection.prepareStatement(ANY_NAMES))) {
            save(connection);
            return false;
        }
        Revision revision = Revision.begin(
                connection, Revision.Kind.PAYEE_NAMES, "Names of payees read by edition " + ReadingNamesAnew.EDITION);
        if (isCurrent(connection)) {
            connection.rollback();
            return false;
        }
        List<Integer> payees = ReadingNamesAnew.all(connection, revision);
        FollowingPayees.recompute(connection, revision, payees);
        save(connection);
        revision.end(connection, clock.instant());
        LOG.info(
                "{} names of payees mean something else, or stand otherwise, by edition {}",
                payees.size(),
                ReadingNamesAnew.EDITION);
        return true;
    }

    private static boolean isCurrent(Connection connection) throws SQLException {
        PreparedStatement current = connection.prepareStatement(CURRENT);
        current.setString(1, ReadingNamesAnew.EDITION);
        return isTrue(current);
    }

    private static boolean isTrue(PreparedStatement question) throws SQLException {
        try (question;
                ResultSet row = question.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void save(Connection connection) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            save.setString(1, ReadingNamesAnew.EDITION);
            save.executeUpdate();
        }
    }
}
