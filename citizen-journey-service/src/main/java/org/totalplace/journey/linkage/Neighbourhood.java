package org.totalplace.journey.linkage;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The records among which the quick step places a few changed subjects: those that share a number, a date of birth, a
 * name or a place with them, the other subjects of all their persons, and others by chance, who tell how frequent names
 * are. It is wide, not complete: the full run that follows decides.
 */
final class Neighbourhood {

    /** A value that so many share tells nobody apart; it would only make the quick step slow. */
    private static final int SHARED_AT_MOST = 2_000;

    private static final String NEAR = """
            with changed as materialized (
                select * from identity_record where subject = any(?)
            ), near as (
                select subject from changed
                union
                (select r.subject
                   from changed c
                   join identity_record r
                     on regexp_replace(r.nhs_number, '\\D', '', 'g') = regexp_replace(c.nhs_number, '\\D', '', 'g')
                  limit SHARED)
                union
                (select r.subject
                   from changed c
                   join identity_record r on r.date_of_birth = c.date_of_birth
                  limit SHARED)
                union
                (select r.subject
                   from changed c
                   join identity_record r
                     on lower(r.family_name) = lower(c.family_name) and lower(r.given_name) = lower(c.given_name)
                  limit SHARED)
                union
                (select r.subject
                   from changed c
                   join identity_record r
                     on lower(r.family_name) = lower(c.given_name) and lower(r.given_name) = lower(c.family_name)
                  limit SHARED)
                union
                (select r.subject
                   from changed c
                   join identity_record r
                     on upper(replace(r.postcode, ' ', '')) = upper(replace(c.postcode, ' ', ''))
                  limit SHARED)
                union
                (select r.subject from changed c join identity_record r on r.uprn = c.uprn limit SHARED)
                union
                -- Pseudonyms are as good as drawn by chance: the first ones are a fair sample.
                (select subject from identity_record order by subject limit ?)
                union
                select unnest(array[subject_a, subject_b])
                  from link_decision
                 where subject_a = any(?) or subject_b = any(?)
            )
            select subject from near
            union
            select mate.subject
              from near
              join person_subject own on own.subject = near.subject
              join person_subject mate on mate.person = own.person
            """.replace("SHARED", String.valueOf(SHARED_AT_MOST));

    private Neighbourhood() {}

    /** @param background how many records by chance */
    static Set<UUID> of(Connection connection, Set<UUID> changed, int background) throws SQLException {
        Array subjects = connection.createArrayOf("uuid", changed.toArray());
        Set<UUID> near = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(NEAR)) {
            select.setArray(1, subjects);
            select.setInt(2, background);
            select.setArray(3, subjects);
            select.setArray(4, subjects);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    near.add(row.getObject(1, UUID.class));
                }
            }
        }
        return near;
    }
}
