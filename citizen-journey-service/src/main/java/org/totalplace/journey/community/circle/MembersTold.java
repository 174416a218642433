package org.totalplace.journey.community.circle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.journey.community.circle.Introductions.Introduced;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.PersonId;

/** Tells of members, to those who run their circle and to themselves. Everything here blocks. */
@Component
class MembersTold {

    private static final String SUMS = """
            select m.member, m.circle, m.joined_on, m.left_on, m.east, m.north, m.languages, h.skills, h.times, h.reach,
                   c.name, c.needs,
                   (select coalesce(sum(minutes), 0) from circle_hours g
                     where g.giver = m.member and g.taken_back_at is null) as given,
                   (select coalesce(sum(minutes), 0) from circle_hours r
                     where r.receiver = m.member and r.taken_back_at is null) as received
              from circle_member m
              join circle c on c.agency = m.circle
              left join circle_help h on h.member = m.member
            """;

    private static final String OF_CIRCLE =
            SUMS + "where m.circle = ? and m.left_on is null and m.member > ? order by m.member limit ?";

    private static final String OF_PERSON = SUMS + """
            where m.subject = any (array(select subject from person_subject where person = ?)) order by m.circle, m.member
            """;

    private static final String IS_PERSON = "select from person_subject where person = ? limit 1";

    private static final String REQUESTS = """
            select request, skill, times, needed_on, stage, asked_on from circle_request where member = any (?)
             order by asked_on desc, request limit 200
            """;

    private static final String INTRODUCTIONS = """
            select i.introduction, i.request, i.helper, i.stage, i.offered_on, r.circle, r.member, r.needed_on
              from circle_introduction i join circle_request r on r.request = i.request
             where i.helper = any (?) or r.member = any (?)
             order by i.offered_on desc, i.introduction limit 200
            """;

    private final BulkDatabase database;

    MembersTold(BulkDatabase database) {
        this.database = database;
    }

    /**
     * A member.
     *
     * @param square the square kilometre that they live in
     * @param help null for who does not help
     * @param clearedUntil the last day on which they can be introduced; null where they cannot be today
     * @param given minutes
     * @param received minutes
     * @param balance given less received, in minutes
     */
    @Schema(name = "CircleMember")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            UUID member,
            String circle,
            String name,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            GridSquare square,
            List<String> languages,
            Members.@Nullable Help help,
            @Nullable LocalDate clearedUntil,
            long given,
            long received,
            long balance) {}

    /** What a member asked for. */
    @Schema(name = "CircleRequestOfOwn")
    record Asked(UUID request, String skill, List<String> times, LocalDate neededOn, String stage, LocalDate askedOn) {}

    /** All of a person's part in circles. */
    @Schema(name = "CirclesOfPerson")
    record OfPerson(UUID personId, List<Told> circles, List<Asked> requests, List<Introduced> introductions) {}

    List<Told> ofCircle(String circle, UUID after, int most, LocalDate today) throws Exception {
        return database.inTransaction(connection -> told(connection, OF_CIRCLE, today, circle, after, most));
    }

    /** Empty where there is no such person. */
    Optional<OfPerson> ofPerson(PersonId person, LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            if (Rows.first(connection, IS_PERSON, row -> true, person.value()).isEmpty()) {
                return Optional.empty();
            }
            List<Told> circles = told(connection, OF_PERSON, today, person.value());
            var members = connection.createArrayOf(
                    "uuid", circles.stream().map(Told::member).toArray());
            return Optional.of(new OfPerson(
                    person.value(),
                    circles,
                    Rows.all(connection, REQUESTS, MembersTold::asked, members),
                    UnderWay.cleared(
                            connection,
                            Rows.all(connection, INTRODUCTIONS, Introductions::introduced, members, members),
                            today)));
        });
    }

    private static List<Told> told(Connection connection, String sql, LocalDate today, Object... parameters)
            throws SQLException {
        List<Map.Entry<Circle, Told>> read =
                Rows.all(connection, sql, row -> Map.entry(circle(row), member(row)), parameters);
        Map<Circle, List<UUID>> ofCircle = read.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(one -> one.getValue().member(), Collectors.toList())));
        Map<UUID, Clearance> clearances = new HashMap<>();
        for (var one : ofCircle.entrySet()) {
            clearances.putAll(HelpingMembers.clearances(connection, one.getKey(), one.getValue()));
        }
        List<Told> all = new ArrayList<>();
        read.forEach(one -> all.add(cleared(
                one.getValue(),
                Objects.requireNonNull(clearances.get(one.getValue().member()))
                        .until(today)
                        .orElse(null))));
        return all;
    }

    private static Told cleared(Told told, @Nullable LocalDate until) {
        return new Told(
                told.member(),
                told.circle(),
                told.name(),
                told.joinedOn(),
                told.leftOn(),
                told.square(),
                told.languages(),
                told.help(),
                told.help() == null ? null : until,
                told.given(),
                told.received(),
                told.balance());
    }

    private static Circle circle(ResultSet row) throws SQLException {
        return new Circle(row.getString("circle"), row.getString("name"), Rows.texts(row, "needs"));
    }

    private static Told member(ResultSet row) throws SQLException {
        long given = row.getLong("given");
        long received = row.getLong("received");
        return new Told(
                row.getObject("member", UUID.class),
                row.getString("circle"),
                row.getString("name"),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class),
                new GridSquare(row.getInt("east"), row.getInt("north")),
                Rows.texts(row, "languages"),
                row.getObject("reach") == null
                        ? null
                        : new Members.Help(Rows.texts(row, "skills"), Rows.texts(row, "times"), row.getInt("reach")),
                null,
                given,
                received,
                given - received);
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getObject("request", UUID.class),
                row.getString("skill"),
                Rows.texts(row, "times"),
                row.getObject("needed_on", LocalDate.class),
                row.getString("stage"),
                row.getObject("asked_on", LocalDate.class));
    }
}
