package org.totalplace.journey.personcost;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/** The costs of one person as the last costings left them, under the three readings of its links. */
@Component
class CostsOfPersons {

    private static final String LINES = """
            with fact as (
                select c.kind, c.year, s.subject = any(?) as certain,
                       share_of(r.rule, c.units, c.subjects, array_position(c.subjects, s.subject)) as weight
                  from person_subject s
                  join participant p on p.subject = s.subject
                  join contact c on c.id = p.contact
                  join split_of_kind r on r.kind = c.kind
                 where s.person = ?
            ), weighed as (
                select kind, year, sum(weight)::bigint as weight, coalesce(sum(weight) filter (where certain), 0)::bigint as certain
                  from fact group by kind, year
            )
            select c.year, k.agency, k.service, k.type, g.map, g.stage, c.pence, c.reference, c.economic, c.social,
                   coalesce(w.weight, 0) as weight, coalesce(w.certain, 0) as certain
              from person_cost c
              join contact_kind k on k.id = c.kind
              left join stage_of_kind g on g.kind = c.kind
              left join weighed w on w.kind = c.kind and w.year = c.year
             where c.person = ?
             order by c.year, k.agency, k.service, k.type
            """;

    private static final String OF_TIED = """
            select year, sum(pence)::bigint as pence, sum(reference)::bigint as reference, sum(economic)::bigint as economic,
                   sum(social)::bigint as social
              from person_cost where person = any(?) group by year
            """;

    private final BulkDatabase database;
    private final CostingSettings settings;

    CostsOfPersons(BulkDatabase database, CostingSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** @param ofTied what the persons tied by doubtful links cost, by year */
    record Found(DoubtOfPerson doubt, List<PersonLine> lines, Map<FinancialYear, Measured> ofTied) {}

    Optional<Found> of(PersonId person) throws Exception {
        return database.inTransaction(connection -> {
            DoubtOfPerson doubt = DoubtOfPerson.read(connection, person, settings.certainFrom());
            return doubt.subjects().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Found(doubt, lines(connection, person, doubt), ofTied(connection, doubt)));
        });
    }

    double certainFrom() {
        return settings.certainFrom();
    }

    private static List<PersonLine> lines(Connection connection, PersonId person, DoubtOfPerson doubt)
            throws SQLException {
        List<PersonLine> lines = new ArrayList<>();
        Object[] certain = doubt.certain().stream().map(SubjectKey::value).toArray();
        try (PreparedStatement select = connection.prepareStatement(LINES)) {
            select.setArray(1, connection.createArrayOf("uuid", certain));
            select.setObject(2, person.value());
            select.setObject(3, person.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
        }
        return lines;
    }

    private static PersonLine line(ResultSet row) throws SQLException {
        Measured cost = Measured.read(row);
        return new PersonLine(
                new FinancialYear(row.getInt("year")),
                row.getString("agency"),
                row.getString("service"),
                row.getString("type"),
                row.getString("map"),
                row.getString("stage"),
                cost,
                cost.part(row.getLong("certain"), row.getLong("weight")));
    }

    private static Map<FinancialYear, Measured> ofTied(Connection connection, DoubtOfPerson doubt) throws SQLException {
        Map<FinancialYear, Measured> costs = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OF_TIED)) {
            select.setArray(1, connection.createArrayOf("uuid", doubt.tied().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    costs.put(new FinancialYear(row.getInt("year")), Measured.read(row));
                }
            }
        }
        return costs;
    }
}
