package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what residents and practitioners propose about maps. Everything here blocks. */
@Component
class MapProposals {

    /** So many of one map wait at once. */
    static final int MOST_OPEN = 50;

    /** So many of them by one resident. */
    static final int MOST_OF_ONE = 3;

    private static final String COLUMNS = """
            select id, definition::text as definition, words, passed, based_on, proposed_by, proposed_on, stage, reason, decided_on
              from map_proposal
            """;

    private static final String OF_MAP = COLUMNS + " where map = ? order by proposed_on desc, id limit 500";

    private static final String ONE = COLUMNS + " where map = ? and id = ?";

    private static final String HOLD = COLUMNS + " where map = ? and id = ? for update";

    /** Two who propose at the same moment are counted one after the other. */
    private static final String HOLD_MAP = "select pg_advisory_xact_lock(hashtextextended('map_proposal:' || ?, 0))";

    private static final String WAITING = """
            select count(*) as waiting, count(*) filter (where proposer = ?) as own
              from map_proposal where map = ? and stage = 'open'
            """;

    private static final String IS_KIND = """
            select from contact_kind
             where agency = coalesce(?, agency) and service = coalesce(?, service) and type = coalesce(?, type) limit 1
            """;

    private static final String ADD = """
            insert into map_proposal (id, map, words, passed, definition, based_on, proposed_by, proposed_on, stage, proposer)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, 'open', ?)
            """;

    private static final String PASS = "update map_proposal set passed = true where id = ?";

    private static final String DECIDE =
            "update map_proposal set stage = ?, reason = ?, decided_on = ?, proposer = null where id = ?";

    private static final String DRAFT = """
            insert into journey_map_draft (map, definition, based_on, author, saved_at) values (?, ?::jsonb, ?, ?, ?)
                on conflict (map) do nothing
            """;

    private final BulkDatabase database;
    private final MapsInForce maps;
    private final JsonMapper json;
    private final InstantSource clock;

    MapProposals(BulkDatabase database, MapsInForce maps, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.maps = maps;
        this.json = json;
        this.clock = clock;
    }

    /** What becomes of a proposal. */
    enum Proposing {
        KEPT,
        TOO_MANY,
        TOO_MANY_OF_ONE
    }

    /** What becomes of a decision. */
    enum Deciding {
        DONE,
        NONE,
        DECIDED_BEFORE,
        /** Another version came into force since: the draft would take back what it changed. */
        OUTDATED,
        /** A steward works on another draft of the map. */
        DRAFT_THERE
    }

    /** The map in force; empty where there is none of this code. */
    Optional<MapsInForce.Version> inForce(String map) throws Exception {
        return database.inTransaction(connection -> maps.find(connection, map));
    }

    /** Whether agencies have delivered contacts of such a kind; null is any. */
    boolean isKind(@Nullable String agency, @Nullable String service, @Nullable String type) throws Exception {
        return database.inTransaction(connection -> holds(connection, IS_KIND, agency, service, type));
    }

    /** @param proposer keyed mark of a resident; null for others */
    Proposing propose(MapProposal proposal, @Nullable UUID proposer) throws Exception {
        String map = proposal.map().map();
        return database.inTransaction(connection -> {
            holds(connection, HOLD_MAP, map);
            try (var select = connection.prepareStatement(WAITING)) {
                select.setObject(1, proposer);
                select.setString(2, map);
                try (var row = select.executeQuery()) {
                    row.next();
                    if (row.getLong("own") >= MOST_OF_ONE) {
                        return Proposing.TOO_MANY_OF_ONE;
                    }
                    if (row.getLong("waiting") >= MOST_OPEN) {
                        return Proposing.TOO_MANY;
                    }
                }
            }
            Statements.run(
                    connection,
                    ADD,
                    proposal.id(),
                    map,
                    proposal.words(),
                    proposal.passed(),
                    json.writeValueAsString(proposal.map()),
                    proposal.basedOn(),
                    proposal.proposedBy(),
                    proposal.proposedOn(),
                    proposer);
            return Proposing.KEPT;
        });
    }

    /** From now on everybody reads the words; false where there is no such proposal. */
    boolean pass(String map, UUID id) throws Exception {
        return database.inTransaction(
                connection -> !read(connection, HOLD, map, id).isEmpty() && Statements.run(connection, PASS, id) > 0);
    }

    /** The newest first. */
    List<MapProposal> of(String map) throws Exception {
        return database.inTransaction(connection -> read(connection, OF_MAP, map));
    }

    Optional<MapProposal> find(String map, UUID id) throws Exception {
        return database.inTransaction(
                connection -> read(connection, ONE, map, id).stream().findFirst());
    }

    /** Taking one makes it the draft of the map, which a steward then edits and publishes as any other. */
    Deciding decide(String map, UUID id, boolean take, String reason, String by, LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            Optional<MapProposal> held =
                    read(connection, HOLD, map, id).stream().findFirst();
            if (held.isEmpty()) {
                return Deciding.NONE;
            }
            MapProposal proposal = held.get();
            if (!proposal.stage().equals("open")) {
                return Deciding.DECIDED_BEFORE;
            }
            int inForce =
                    maps.find(connection, map).map(MapsInForce.Version::version).orElse(0);
            if (take && proposal.basedOn() != inForce) {
                return Deciding.OUTDATED;
            }
            if (take && draft(connection, proposal, by) == 0) {
                return Deciding.DRAFT_THERE;
            }
            Statements.run(connection, DECIDE, take ? "taken" : "declined", reason, today, id);
            return Deciding.DONE;
        });
    }

    private int draft(Connection connection, MapProposal proposal, String by) throws SQLException {
        return Statements.run(
                connection,
                DRAFT,
                proposal.map().map(),
                json.writeValueAsString(proposal.map()),
                proposal.basedOn(),
                by,
                Timestamp.from(clock.instant()));
    }

    private static boolean holds(Connection connection, String sql, @Nullable String... parameters)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private List<MapProposal> read(Connection connection, String sql, Object... parameters) throws SQLException {
        List<MapProposal> proposals = new ArrayList<>();
        try (var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    proposals.add(proposal(row));
                }
            }
        }
        return proposals;
    }

    private MapProposal proposal(ResultSet row) throws SQLException {
        return new MapProposal(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("definition"), JourneyMap.class),
                row.getString("words"),
                row.getBoolean("passed"),
                row.getInt("based_on"),
                row.getString("proposed_by"),
                row.getObject("proposed_on", LocalDate.class),
                row.getString("stage"),
                row.getString("reason"),
                row.getObject("decided_on", LocalDate.class));
    }
}
