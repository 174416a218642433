package org.totalplace.journey.community.offer;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import tools.jackson.databind.json.JsonMapper;

/** Tells what offers mean at present: the services of the directory, and the money's service lines. */
@Component
class OfferedServices {

    private final JsonMapper json;

    OfferedServices(JsonMapper json) {
        this.json = json;
    }

    /** @param year whose payments are told; null for none */
    List<StageAnswer.Shown> shown(Connection connection, List<Offer> offers, @Nullable FinancialYear year)
            throws SQLException {
        Map<Integer, Found> services = services(connection, offers);
        Map<String, String> terms = terms(connection, offers);
        Map<Offer.Line, StageAnswer.Line> lines = lines(connection, offers, year);
        List<StageAnswer.Shown> shown = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            Found found = services.getOrDefault(i + 1, new Found(0, List.of()));
            shown.add(new StageAnswer.Shown(
                    offer.term(),
                    offer.term() == null ? null : terms.get(offer.term()),
                    found.total(),
                    found.services(),
                    offer.lines().stream()
                            .map(line -> Objects.requireNonNull(lines.get(line)))
                            .toList()));
        }
        return shown;
    }

    private record Found(long total, List<StageAnswer.Service> services) {}

    private Map<Integer, Found> services(Connection connection, List<Offer> offers) throws SQLException {
        Map<Integer, Found> found = new HashMap<>();
        try (var select = connection.prepareStatement(OfferedSql.SERVICES)) {
            select.setString(1, json.writeValueAsString(offers));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    long total = row.getLong("total");
                    found.computeIfAbsent(row.getInt("place"), place -> new Found(total, new ArrayList<>()))
                            .services()
                            .add(service(row));
                }
            }
        }
        return found;
    }

    private static StageAnswer.Service service(ResultSet row) throws SQLException {
        Date checked = row.getDate("checked");
        return new StageAnswer.Service(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("organization"),
                row.getString("status"),
                row.getBoolean("listed"),
                checked == null ? null : checked.toLocalDate());
    }

    private static Map<String, String> terms(Connection connection, List<Offer> offers) throws SQLException {
        Object[] asked =
                offers.stream().map(Offer::term).filter(Objects::nonNull).toArray();
        Map<String, String> names = new HashMap<>();
        try (var select = connection.prepareStatement(OfferedSql.TERMS)) {
            select.setArray(1, connection.createArrayOf("text", asked));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), row.getString(2));
                }
            }
        }
        return names;
    }

    private Map<Offer.Line, StageAnswer.Line> lines(
            Connection connection, List<Offer> offers, @Nullable FinancialYear year) throws SQLException {
        List<Offer.Line> asked = offers.stream()
                .flatMap(offer -> offer.lines().stream())
                .distinct()
                .toList();
        Map<Offer.Line, StageAnswer.Line> lines = new HashMap<>();
        try (var select = connection.prepareStatement(OfferedSql.LINES)) {
            select.setInt(1, year == null ? 0 : year.start());
            select.setString(2, json.writeValueAsString(asked));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    Offer.Line line = new Offer.Line(row.getString("agency"), row.getString("service"));
                    lines.put(line, line(line, row));
                }
            }
        }
        return lines;
    }

    private static StageAnswer.Line line(Offer.Line line, ResultSet row) throws SQLException {
        Long pence = row.getObject("pence", Long.class);
        return new StageAnswer.Line(
                line.agency(),
                line.service(),
                row.getString("name"),
                pence == null ? null : new Pence(pence).pounds(),
                UriComponentsBuilder.fromPath("/api/v1/spend/totals")
                        .queryParam("groupBy", "service")
                        .queryParam("agency", "{agency}")
                        .queryParam("service", "{service}")
                        .encode()
                        .buildAndExpand(line.agency(), line.service())
                        .toUriString());
    }
}
