package org.totalplace.outcomes.personview;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.event.JourneyStanding;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.contracts.event.StageRun;
import org.totalplace.outcomes.area.Area;

/** Where persons stand on maps, how they came there and where they live, as rows that summaries group by. */
final class PersonStandings {

    private static final String LEAVE = "delete from person_standing where person = ?";

    private static final String STAND = """
            insert into person_standing (person, map, stage, begun, last_on, stages, stages_begun, age_band, contacts_before,
                                         pence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (person, map) do update set
                stage = excluded.stage, begun = excluded.begun, last_on = excluded.last_on, stages = excluded.stages,
                stages_begun = excluded.stages_begun, age_band = excluded.age_band,
                contacts_before = excluded.contacts_before, pence = excluded.pence
            """;

    private static final String FORGET = "delete from person_trait where person = ?";

    private static final String DESCRIBE = """
            insert into person_trait (person, areas, sex) values (?, ?, ?)
            on conflict (person) do update set areas = excluded.areas, sex = excluded.sex
            """;

    private PersonStandings() {}

    /** Has the rows say what is told of the persons now; null where a person is no more. */
    static void write(Connection connection, Map<UUID, @Nullable PersonJourneys> latest) throws SQLException {
        try (PreparedStatement leave = connection.prepareStatement(LEAVE);
                PreparedStatement stand = connection.prepareStatement(STAND);
                PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement describe = connection.prepareStatement(DESCRIBE)) {
            for (var entry : latest.entrySet()) {
                UUID person = entry.getKey();
                PersonJourneys state = entry.getValue();
                leave.setObject(1, person);
                leave.addBatch();
                if (state == null) {
                    forget.setObject(1, person);
                    forget.addBatch();
                    continue;
                }
                for (JourneyStanding standing : state.getJourneys()) {
                    add(connection, stand, person, standing);
                }
                describe.setObject(1, person);
                describe.setArray(2, texts(connection, Area.around(state.getArea())));
                describe.setString(3, state.getSex());
                describe.addBatch();
            }
            leave.executeBatch();
            forget.executeBatch();
            stand.executeBatch();
            describe.executeBatch();
        }
    }

    private static void add(Connection connection, PreparedStatement stand, UUID person, JourneyStanding standing)
            throws SQLException {
        stand.setObject(1, person);
        stand.setString(2, standing.getMap());
        stand.setString(3, standing.getStage());
        stand.setObject(4, standing.getBegun());
        stand.setObject(5, standing.getLatest());
        stand.setArray(
                6,
                texts(
                        connection,
                        standing.getRuns().stream().map(StageRun::getStage).toList()));
        stand.setArray(
                7,
                connection.createArrayOf(
                        "date",
                        standing.getRuns().stream().map(StageRun::getBegun).toArray()));
        stand.setString(8, standing.getAgeBand());
        stand.setObject(9, standing.getContactsBefore());
        stand.setObject(10, standing.getPence());
        stand.addBatch();
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
