package org.totalplace.journey.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.event.AgencyContacts;
import org.totalplace.contracts.event.AgencyCost;
import org.totalplace.contracts.event.JourneyStanding;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.contracts.event.StageRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's state as the table keeps it, read into the event that tells of it. */
record StandingState(JsonMapper json) {

    PersonJourneys event(UUID person, long version, String state) {
        JsonNode root = json.readTree(state);
        List<JourneyStanding> journeys = new ArrayList<>();
        root.get("journeys").forEach(journey -> journeys.add(journey(journey)));
        List<AgencyContacts> contacts = new ArrayList<>();
        root.get("contacts").forEach(agency -> contacts.add(contacts(agency)));
        List<AgencyCost> costs = new ArrayList<>();
        root.get("costs").forEach(cost -> costs.add(cost(cost)));
        return new PersonJourneys(person, version, journeys, contacts, costs, text(root, "area"), text(root, "sex"));
    }

    private static JourneyStanding journey(JsonNode journey) {
        List<StageRun> runs = new ArrayList<>();
        journey.get("runs")
                .forEach(run -> runs.add(new StageRun(run.get("stage").asString(), day(run, "begun"))));
        JsonNode pence = journey.get("pence");
        return new JourneyStanding(
                journey.get("map").asString(),
                journey.get("stage").asString(),
                day(journey, "since"),
                journey.get("contacts").asInt(),
                day(journey, "begun"),
                day(journey, "latest"),
                runs,
                text(journey, "ageBand"),
                journey.get("contactsBefore").asInt(),
                pence.isNull() ? null : pence.asLong());
    }

    private static AgencyContacts contacts(JsonNode agency) {
        return new AgencyContacts(
                agency.get("agency").asString(),
                agency.get("contacts").asInt(),
                day(agency, "first"),
                day(agency, "latest"));
    }

    private static AgencyCost cost(JsonNode cost) {
        return new AgencyCost(
                cost.get("agency").asString(),
                cost.get("year").asInt(),
                cost.get("pence").asLong());
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value.isNull() ? null : value.asString();
    }

    private static LocalDate day(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).asString());
    }
}
