package org.totalplace.journey.linkage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.Training;
import org.totalplace.linkage.model.LinkageModel;

/**
 * The dated models of the place. The latest is in force; the first is trained once there is enough to learn from, and
 * kept.
 */
final class Models {

    private static final String IN_FORCE =
            "select model from linkage_model order by in_force desc, version desc limit 1";
    private static final String KEEP =
            "insert into linkage_model (version, model, records, in_force) values (?, ?, ?, ?)";

    private final LinkageSettings settings;
    private final InstantSource clock;

    Models(LinkageSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The model in force; the engine's initial one where none was trained. */
    LinkageModel inForce(Connection connection) throws SQLException {
        return stored(connection).orElse(LinkageModel.initial());
    }

    /** The model in force, trained now and kept with the caller's transaction if it is time. */
    LinkageModel inForceFor(Connection connection, List<IdentityRecord> records) throws SQLException {
        Optional<LinkageModel> stored = stored(connection);
        if (stored.isPresent() || !isEnough(records)) {
            return stored.orElse(LinkageModel.initial());
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LinkageModel trained = Training.train(
                        records, LinkageModel.initial(), settings.seed(), new Duplicates(settings.duplicatesHeldBy()))
                .released("trained-" + today + "-of-" + records.size(), today);
        keep(connection, trained, records.size(), now);
        return trained;
    }

    private boolean isEnough(List<IdentityRecord> records) {
        Map<String, Integer> ofAgency = new HashMap<>();
        records.stream()
                .filter(Models::teaches)
                .forEach(identity -> ofAgency.merge(identity.source(), 1, Integer::sum));
        int all = ofAgency.values().stream().mapToInt(Integer::intValue).sum();
        int largest =
                ofAgency.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return all >= settings.trainAt() && all - largest >= settings.trainOutsideLargest();
    }

    /** Who sends encodings alone says nothing that a model could learn from. */
    private static boolean teaches(IdentityRecord identity) {
        return identity.familyName() != null || identity.dateOfBirth() != null;
    }

    private static Optional<LinkageModel> stored(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IN_FORCE);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(LinkageModel.fromJson(row.getString(1))) : Optional.empty();
        }
    }

    private static void keep(Connection connection, LinkageModel model, int records, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, model.version());
            insert.setString(2, model.toJson());
            insert.setLong(3, records);
            insert.setTimestamp(4, Timestamp.from(now));
            insert.executeUpdate();
        }
    }
}
