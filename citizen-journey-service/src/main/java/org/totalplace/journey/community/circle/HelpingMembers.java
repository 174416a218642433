package org.totalplace.journey.community.circle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads helpers as they stand for a request, and their checks. */
final class HelpingMembers {

    /** What was done in the circle is looked through once, not once a helper. */
    private static final String FOR_A_REQUEST = """
            with past as (
                select i.helper,
                       count(*) filter (where r.member = w.member and i.stage = 'met') as met,
                       count(*) filter (where i.stage in ('offered', 'accepted')) as busy,
                       bool_or(i.request = w.request and i.stage = 'declined') as declined
                  from circle_request w
                  join circle_request r on r.circle = w.circle
                  join circle_introduction i on i.request = r.request
                 where w.request = ?
                 group by i.helper
            ), asker as (
                select other.subject
                  from circle_request w
                  join circle_member m on m.member = w.member
                  join person_subject own on own.subject = m.subject
                  join person_subject other on other.person = own.person
                 where w.request = ?
            )
            select m.member, m.east, m.north, m.languages, h.skills, h.times, h.reach, coalesce(p.met, 0) as met,
                   coalesce(p.busy, 0) as busy, coalesce(p.declined, false) as declined,
                   m.subject in (select subject from asker) as asker
              from circle_request w
              join circle_member m on m.circle = w.circle and m.left_on is null
              join circle_help h on h.member = m.member
              left join past p on p.helper = m.member
             where w.request = ? and m.member = coalesce(?, m.member)
            """;

    private static final String CHECKS = """
            select member, kind, valid_from, valid_until, withdrawn_on from circle_check where member = any (?)
            """;

    private HelpingMembers() {}

    /** All of the request's circle, or only the one. */
    static List<HelpingMember> of(Connection connection, Circle circle, UUID request, @Nullable UUID only)
            throws SQLException {
        List<Read> read = Rows.all(connection, FOR_A_REQUEST, HelpingMembers::read, request, request, request, only);
        Map<UUID, Clearance> clearances =
                clearances(connection, circle, read.stream().map(Read::member).toList());
        return read.stream().map(one -> one.with(clearances.get(one.member()))).toList();
    }

    /** Of each of these members, with no checks where there are none. */
    static Map<UUID, Clearance> clearances(Connection connection, Circle circle, List<UUID> members)
            throws SQLException {
        Map<UUID, List<Check>> checks = Rows.all(
                        connection,
                        CHECKS,
                        row -> Map.entry(row.getObject("member", UUID.class), check(row)),
                        connection.createArrayOf("uuid", members.toArray()))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<UUID, Clearance> clearances = new HashMap<>();
        members.forEach(member ->
                clearances.put(member, new Clearance(circle.kinds(), checks.getOrDefault(member, List.of()))));
        return clearances;
    }

    static Clearance clearance(Connection connection, Circle circle, UUID member) throws SQLException {
        return clearances(connection, circle, List.of(member))
                .values()
                .iterator()
                .next();
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                CheckKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class));
    }

    private record Read(
            UUID member,
            GridSquare square,
            List<String> skills,
            List<String> times,
            List<String> languages,
            int reach,
            int met,
            int busy,
            boolean declined,
            boolean asker) {

        HelpingMember with(@Nullable Clearance clearance) {
            return new HelpingMember(
                    member,
                    square,
                    Set.copyOf(skills),
                    Set.copyOf(times),
                    Set.copyOf(languages),
                    reach,
                    Objects.requireNonNull(clearance),
                    met,
                    busy,
                    declined,
                    asker);
        }
    }

    private static Read read(ResultSet row) throws SQLException {
        return new Read(
                row.getObject("member", UUID.class),
                new GridSquare(row.getInt("east"), row.getInt("north")),
                Rows.texts(row, "skills"),
                Rows.texts(row, "times"),
                Rows.texts(row, "languages"),
                row.getInt("reach"),
                row.getInt("met"),
                row.getInt("busy"),
                row.getBoolean("declined"),
                row.getBoolean("asker"));
    }
}
