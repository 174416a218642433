package org.totalplace.journey.community.circle;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.journey.community.circle.Introductions.Introduced;
import org.totalplace.journey.due.Statements;

/** Introductions that are under way, which end when their helper's checks do not hold for them any more. */
final class UnderWay {

    private static final String OF_CIRCLE = """
            select i.introduction, i.helper, r.needed_on
              from circle_request r join circle_introduction i on i.request = r.request
             where r.circle = ? and r.stage = 'open' and i.stage in ('offered', 'accepted')
               and i.helper = coalesce(?, i.helper)
            """;

    private static final String OF_MEMBER = """
            select introduction from circle_introduction where helper = ? and stage in ('offered', 'accepted')
            union
            select i.introduction
              from circle_request r join circle_introduction i on i.request = r.request
             where r.member = ? and i.stage in ('offered', 'accepted')
            """;

    /** Always in one order, so that no two that end several wait for each other. */
    private static final String HOLD =
            "select from circle_introduction where introduction = any (?) order by introduction for update";

    private static final String CANCEL = """
            update circle_introduction set stage = 'cancelled', ended_on = ?
             where introduction = any (?) and stage in ('offered', 'accepted')
            """;

    private UnderWay() {}

    private record Helping(UUID introduction, UUID helper, LocalDate neededOn) {}

    /** @param helper whose; null for those of the whole circle */
    static void takeOff(Connection connection, Circle circle, @Nullable UUID helper, LocalDate today)
            throws SQLException {
        List<Helping> underWay = Rows.all(
                connection,
                OF_CIRCLE,
                row -> new Helping(
                        row.getObject("introduction", UUID.class),
                        row.getObject("helper", UUID.class),
                        row.getObject("needed_on", LocalDate.class)),
                circle.agency(),
                helper);
        Map<UUID, Clearance> clearances = HelpingMembers.clearances(
                connection,
                circle,
                underWay.stream().map(Helping::helper).distinct().toList());
        List<UUID> ended = underWay.stream()
                .filter(one -> {
                    Clearance clearance = clearances.get(one.helper());
                    return clearance == null || !Matching.isCleared(clearance, one.neededOn(), today);
                })
                .map(Helping::introduction)
                .toList();
        cancel(connection, ended, today);
    }

    /** All of a member, whether they help or are helped. */
    static void takeOffWith(Connection connection, UUID member, LocalDate today) throws SQLException {
        List<UUID> ended =
                Rows.all(connection, OF_MEMBER, row -> row.getObject("introduction", UUID.class), member, member);
        cancel(connection, ended, today);
    }

    private static void cancel(Connection connection, List<UUID> introductions, LocalDate today) throws SQLException {
        Array ended = connection.createArrayOf("uuid", introductions.toArray());
        Rows.all(connection, HOLD, row -> true, ended);
        Statements.run(connection, CANCEL, today, ended);
    }

    /** Each that is under way with the last day of its helper's checks. */
    static List<Introduced> cleared(Connection connection, List<Introduced> introductions, LocalDate today)
            throws SQLException {
        Map<String, List<UUID>> helpers = introductions.stream()
                .filter(Introduced::isUnderWay)
                .collect(Collectors.groupingBy(
                        Introduced::circle, Collectors.mapping(Introduced::helper, Collectors.toList())));
        Map<UUID, Clearance> clearances = new HashMap<>();
        for (var one : helpers.entrySet()) {
            Circle circle = Circles.held(connection, one.getKey()).orElseThrow();
            clearances.putAll(HelpingMembers.clearances(connection, circle, one.getValue()));
        }
        return introductions.stream()
                .map(one -> {
                    Clearance clearance = one.isUnderWay() ? clearances.get(one.helper()) : null;
                    return one.cleared(
                            clearance == null ? null : clearance.until(today).orElse(null));
                })
                .toList();
    }
}
