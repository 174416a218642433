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
import org.totalplace.journey.journey.TimedRules;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/** The costs of one person as the last costings left them, under the three readings of its links. */
@Component
class CostsOfPersons {

    /** By kind, and by stage where a rule with a time parts the contacts of a kind. */
    private static final String LINES = """
            with party as (
                select s.person as who, c.id as contact, c.kind, c.year, c.started, c.ended, sum(f.weight) as weight,
                       coalesce(sum(f.weight) filter (where s.subject = any(?)), 0) as certain
                  from person_subject s
                  join participant p on p.subject = s.subject
                  join contact c on c.id = p.contact
                  join split_of_kind r on r.kind = c.kind
                 cross join lateral (
                       select share_of(r.rule, c.units, c.subjects, array_position(c.subjects, s.subject)) as weight) f
                 where s.person = ?
                 group by s.person, c.id
            ),
            """ + TimedRules.CAUGHT_OF_WHOLE_PERSONS + """
            , placed as (
                select p.kind, p.year, case when t.contact is null then g.map else t.map end as map,
                       case when t.contact is null then g.stage else t.stage end as stage, p.weight, p.certain
                  from party p
                  left join stage_of_kind g on g.kind = p.kind
                  left join timed t on t.contact = p.contact
            ), weighed as (
                select kind, year, map, stage, sum(weight)::bigint as weight, sum(certain)::bigint as certain
                  from placed group by kind, year, map, stage
            )
            select c.year, k.agency, k.service, k.type, case when w.kind is null then g.map else w.map end as map,
                   case when w.kind is null then g.stage else w.stage end as stage, c.pence, c.reference, c.economic, c.social,
                   coalesce(w.weight, 0) as weight, coalesce(w.certain, 0) as certain
              from person_cost c
              join contact_kind k on k.id = c.kind
              left join stage_of_kind g on g.kind = c.kind
              left join weighed w on w.kind = c.kind and w.year = c.year
             where c.person = ?
             order by c.year, k.agency, k.service, k.type, map nulls last, stage
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
        List<StageOfKind> stages = new ArrayList<>();
        Object[] certain = doubt.certain().stream().map(SubjectKey::value).toArray();
        try (PreparedStatement select = connection.prepareStatement(LINES)) {
            select.setArray(1, connection.createArrayOf("uuid", certain));
            select.setObject(2, person.value());
            select.setObject(3, person.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stages.add(StageOfKind.read(row));
                }
            }
        }
        return StageOfKind.lines(stages);
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
