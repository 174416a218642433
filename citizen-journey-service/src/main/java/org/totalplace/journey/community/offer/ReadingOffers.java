package org.totalplace.journey.community.offer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.journey.journey.Stage;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.FinancialYear;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers what a stage offers, and what a service line buys. */
@Component
class ReadingOffers {

    private static final TypeReference<List<Offer>> OFFERS = new TypeReference<>() {};

    private final BulkDatabase database;
    private final StageOffers kept;
    private final OfferedServices services;
    private final JsonMapper json;

    ReadingOffers(BulkDatabase database, StageOffers kept, OfferedServices services, JsonMapper json) {
        this.database = database;
        this.kept = kept;
        this.services = services;
        this.json = json;
    }

    StageAnswer at(String map, Stage stage, @Nullable FinancialYear year) throws Exception {
        return database.inTransaction(connection -> {
            Optional<StageOffers.Version> latest = kept.latest(connection, map, stage.stage());
            List<Offer> offers = latest.map(StageOffers.Version::offers).orElse(List.of());
            return new StageAnswer(
                    map,
                    stage.stage(),
                    stage.name(),
                    latest.map(StageOffers.Version::version).orElse(0),
                    latest.map(StageOffers.Version::author).orElse(null),
                    latest.map(StageOffers.Version::setAt).orElse(null),
                    services.shown(connection, offers, year));
        });
    }

    LineAnswer of(Offer.Line line) throws Exception {
        return database.inTransaction(connection -> {
            List<LineAnswer.AtStage> stages = new ArrayList<>();
            for (StageWithOffers stage : paidBy(connection, line)) {
                stages.add(new LineAnswer.AtStage(
                        stage.map(), stage.stage(), services.shown(connection, stage.offers(), null)));
            }
            return new LineAnswer(line.agency(), line.service(), stages);
        });
    }

    private record StageWithOffers(String map, String stage, List<Offer> offers) {}

    private List<StageWithOffers> paidBy(Connection connection, Offer.Line line) throws SQLException {
        List<StageWithOffers> stages = new ArrayList<>();
        try (var select = connection.prepareStatement(OfferedSql.LATEST_OF_ALL);
                var row = select.executeQuery()) {
            while (row.next()) {
                List<Offer> paid = json.readValue(row.getString("offers"), OFFERS).stream()
                        .filter(offer -> offer.lines().contains(line))
                        .toList();
                if (!paid.isEmpty()) {
                    stages.add(new StageWithOffers(row.getString("map"), row.getString("stage"), paid));
                }
            }
        }
        return stages;
    }
}
