package org.totalplace.spend.wholearea;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.totalplace.spend.SpendDoor;
import tools.jackson.databind.JsonNode;

/** Asks why of every cell of an answer, and makes the cell again from what it is told. */
final class FigureReplay {

    /** How many lines are read to make a cell from its lines too; larger cells are made from their deliveries alone. */
    private static final int LINES = 60;

    private final SpendDoor door;
    private final String year;

    /** @param year the parameters that all figures have in common */
    FigureReplay(SpendDoor door, String year) {
        this.door = door;
        this.year = year;
    }

    /**
     * Every total of the groupings.
     *
     * @param narrowed further parameters, or nothing
     * @return how many there were
     */
    int totals(String groupBy, String narrowed) {
        return replayed(pages("/api/v1/spend/totals?" + year + narrowed + "&groupBy=" + groupBy), groupBy, narrowed);
    }

    /** The first thirty totals of the groupings, and then one in so many. */
    int someTotals(String groupBy, int oneIn) {
        List<JsonNode> all = pages("/api/v1/spend/totals?" + year + "&groupBy=" + groupBy);
        List<JsonNode> some = IntStream.range(0, all.size())
                .filter(i -> i < 30 || i % oneIn == 0)
                .mapToObj(all::get)
                .toList();
        return replayed(some, groupBy, "");
    }

    private int replayed(List<JsonNode> totals, String groupBy, String narrowed) {
        totals.parallelStream().forEach(total -> {
            Map<String, String> cell = cell(total, Set.of(groupBy.split(",")));
            JsonNode why = why(parameters(cell) + beside(cell, narrowed));

            assertThat(sum(why.path("deliveries"))).as(cell + narrowed).isEqualByComparingTo(amount(total, "amount"));
            assertThat(lines(why.path("deliveries")))
                    .as(cell + narrowed)
                    .isEqualTo(total.path("lines").asLong());
            assertLinesBearOut(cell + narrowed, why);
            assertRulesAreTold(why);
        });
        return totals.size();
    }

    /** What narrows the answer and is not said by the cell already. */
    private static String beside(Map<String, String> cell, String narrowed) {
        String key = narrowed.isEmpty() ? "" : narrowed.substring(1, narrowed.indexOf('='));
        return cell.containsKey(key) ? "" : narrowed;
    }

    /** What says which lines a total is of: an absent payee is a line that names none. */
    private static Map<String, String> cell(JsonNode total, Set<String> groupings) {
        Map<String, String> cell = new LinkedHashMap<>();
        for (String key : List.of("agency", "function", "service", "month", "kind")) {
            if (groupings.contains(key.equals("kind") ? "capital" : key)) {
                cell.put(key, total.path(key).asString());
            }
        }
        if (groupings.contains("payee")) {
            if (total.has("payeeAgency")) {
                cell.put("payeeAgency", total.path("payeeAgency").asString());
            } else {
                cell.put("payee", total.has("payee") ? total.path("payee").asString() : "not-stated");
            }
        }
        return cell;
    }

    /**
     * The count in all, every group, what was paid to payees of each standing, and per head.
     *
     * @return how many cells there were
     */
    int wholeArea(String groupBy) {
        JsonNode count = door.asked("/api/v1/spend/whole-area?" + year + "&groupBy=" + groupBy);
        List<JsonNode> cells = new ArrayList<>();
        cells.add(count);
        count.path("groups").forEach(cells::add);
        cells.parallelStream().forEach(cell -> {
            Map<String, String> narrowed = cell == count ? Map.of() : ofCount(cell);
            countReplays(narrowed.toString(), cell, why(parameters(narrowed)));
        });
        assertPerHead(count, why(""));
        for (JsonNode paid : count.path("payees")) {
            String standing = "&standing=" + paid.path("standing").asString();
            JsonNode why = why(standing);
            assertThat(sumOf(why.path("deliveries"), "gross"))
                    .as(standing)
                    .isEqualByComparingTo(amount(paid, "amount"));
            assertLinesBearOut(standing, why);
        }
        return cells.size();
    }

    private static Map<String, String> ofCount(JsonNode cell) {
        Map<String, String> narrowed = new LinkedHashMap<>();
        for (String key : List.of("agency", "function", "kind")) {
            if (cell.has(key)) {
                narrowed.put(key, cell.path(key).asString());
            }
        }
        return narrowed;
    }

    private void countReplays(String name, JsonNode cell, JsonNode why) {
        assertThat(sumOf(why.path("deliveries"), "gross")).as(name).isEqualByComparingTo(amount(cell, "gross"));
        assertThat(sum(why.path("eliminations"))).as(name).isEqualByComparingTo(amount(cell, "eliminated"));
        assertThat(sum(why.path("oneSided"))).as(name).isEqualByComparingTo(amount(cell, "oneSided"));
        assertThat(sum(why.path("shares"), "apportioned")).as(name).isEqualByComparingTo(amount(cell, "apportioned"));
        assertThat(sumOf(why.path("deliveries"), "gross")
                        .subtract(sum(why.path("eliminations")))
                        .add(sum(why.path("shares"), "apportioned")))
                .as(name)
                .isEqualByComparingTo(amount(cell, "net"));
        assertThat(lines(why.path("deliveries")))
                .as(name)
                .isEqualTo(cell.path("lines").asLong());
        why.path("shares").forEach(share -> assertShareOfWhatWasLeft(name, share));
        assertLinesBearOut(name, why);
        assertRulesAreTold(why);
    }

    /** Within a penny of the exact share: the pennies themselves are parts of the body's one rounded share. */
    private static void assertShareOfWhatWasLeft(String name, JsonNode share) {
        BigDecimal left = amount(share, "ledger").subtract(amount(share, "passedOn"));
        BigDecimal of = share.path("share").path("denominator").decimalValue();
        BigDecimal difference = amount(share, "apportioned")
                .multiply(of)
                .subtract(left.multiply(share.path("share").path("numerator").decimalValue()));
        assertThat(difference.abs()).as(name + share).isLessThan(of.movePointLeft(2));
    }

    private static void assertPerHead(JsonNode count, JsonNode why) {
        assertThat(why.path("perHead")).isEqualTo(count.path("perHead"));
        BigDecimal people = why.path("perHead").path("population").decimalValue();
        assertThat(amount(why.path("perHead"), "net")
                        .multiply(people)
                        .subtract(amount(count, "net"))
                        .abs())
                .isLessThanOrEqualTo(people.movePointLeft(2));
    }

    /**
     * Every pair, every kind of it, every name that is evidence, and both sides' books.
     *
     * @return how many pairs there were
     */
    int transfers() {
        List<JsonNode> pairs = door.asked("/api/v1/spend/transfers?" + year)
                .path("results")
                .valueStream()
                .toList();
        pairs.parallelStream().forEach(this::pairReplays);
        return pairs.size();
    }

    private void pairReplays(JsonNode pair) {
        String who = "&agency=" + pair.path("payer").asString() + "&payeeAgency="
                + pair.path("payee").asString();
        JsonNode why = why(who + "&transfer=any");
        assertThat(sum(why.path("deliveries"))).as(who).isEqualByComparingTo(amount(pair, "amount"));
        assertLinesBearOut(who, why);
        if (!why.path("deliveries").path(0).path("enters").asString().equals("share")) {
            assertThat(sum(why.path(pair.path("status").asString().equals("eliminated") ? "eliminations" : "oneSided")))
                    .as(who)
                    .isEqualByComparingTo(amount(pair, "amount"));
        }
        pair.path("kinds").forEach(kind -> kindReplays(who, kind));
        pair.path("evidence").forEach(name -> nameReplays(who, name));
        booksReplay(pair);
    }

    private void kindReplays(String who, JsonNode kind) {
        JsonNode why = why(who + "&transfer=" + kind.path("kind").asString());
        assertThat(sum(why.path("deliveries"))).as(who + kind).isEqualByComparingTo(amount(kind, "amount"));
        assertLinesBearOut(who + kind, why);
    }

    private void nameReplays(String who, JsonNode name) {
        String printed = name.path("printed").asString();
        JsonNode why = why(who + "&transfer=" + name.path("kind").asString() + "&payee="
                + encoded(printed.equals("not stated") ? "not-stated" : printed));
        List<JsonNode> told = new ArrayList<>();
        why.path("eliminations").forEach(told::add);
        why.path("oneSided").forEach(told::add);
        BigDecimal amount = told.stream()
                .filter(line -> List.of("printed", "rule", "kind", "kindRule").stream()
                        .allMatch(key -> line.path(key).equals(name.path(key))))
                .map(line -> amount(line, "amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!told.isEmpty()) {
            assertThat(amount).as(who + name).isEqualByComparingTo(amount(name, "amount"));
            assertThat(told.stream().map(line -> amount(line, "amount")).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(sum(why.path("deliveries")));
        }
    }

    private static void booksReplay(JsonNode pair) {
        JsonNode books = pair.path("receipts");
        if (books.isMissingNode()) {
            return;
        }
        assertThat(books.path("matches")
                        .valueStream()
                        .map(match -> amount(match.path("payment"), "amount"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(amount(books, "matched"));
        assertThat(sum(books.path("unanswered"))).isEqualByComparingTo(amount(books, "unmatched"));
        books.path("matches")
                .forEach(match -> assertThat(match.path("days").asInt()).isLessThanOrEqualTo(45));
    }

    /** Every phase of every agency and function as they stand side by side. */
    int phases(String parameters) {
        JsonNode answer = door.asked("/api/v1/spend/phases?" + parameters);
        int cells = 0;
        for (JsonNode row : answer.path("agencies")) {
            cells += phasesReplay(parameters, row);
        }
        for (JsonNode row : answer.path("results")) {
            cells += phasesReplay(parameters, row);
        }
        return cells;
    }

    private int phasesReplay(String parameters, JsonNode row) {
        int cells = 0;
        for (String phase : List.of("budget", "revised", "outturn", "payment")) {
            if (row.has(phase)) {
                JsonNode why = door.asked(
                        "/api/v1/spend/figures/why?" + parameters + "&phase=" + phase + parameters(ofCount(row)));
                assertThat(sum(why.path("deliveries"))).as(phase + row).isEqualByComparingTo(amount(row, phase));
                cells++;
            }
        }
        return cells;
    }

    private void assertLinesBearOut(String name, JsonNode why) {
        if (lines(why.path("deliveries")) > LINES) {
            return;
        }
        List<JsonNode> lines = pages(why.path("lines").asString() + "&limit=" + LINES);
        assertThat(lines.stream().map(line -> amount(line, "amount")).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as(name)
                .isEqualByComparingTo(sum(why.path("deliveries")));
        assertThat(lines.size()).as(name).isEqualTo((int) lines(why.path("deliveries")));
    }

    private static void assertRulesAreTold(JsonNode why) {
        assertThat(why.path("functions")
                        .valueStream()
                        .map(rule -> rule.path("evidence").asString()))
                .isNotEmpty()
                .noneMatch(String::isEmpty);
        assertThat(why.path("deliveries").path(0).path("mapping").size()).isGreaterThan(2);
    }

    private JsonNode why(String narrowed) {
        return door.asked("/api/v1/spend/figures/why?" + year + narrowed);
    }

    private List<JsonNode> pages(String path) {
        List<JsonNode> results = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = door.asked(path + cursor);
            page.path("results").forEach(results::add);
            String next = page.path("paging").path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + encoded(next);
        } while (!cursor.isEmpty());
        return results;
    }

    private static String parameters(Map<String, String> cell) {
        return cell.entrySet().stream()
                .map(part -> "&" + part.getKey() + "=" + encoded(part.getValue()))
                .collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static BigDecimal amount(JsonNode node, String field) {
        return node.path(field).decimalValue();
    }

    private static BigDecimal sum(JsonNode nodes) {
        return sum(nodes, "amount");
    }

    private static BigDecimal sum(JsonNode nodes, String field) {
        return nodes.valueStream().map(node -> amount(node, field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sumOf(JsonNode deliveries, String enters) {
        return deliveries
                .valueStream()
                .filter(delivery -> delivery.path("enters").asString().equals(enters))
                .map(delivery -> amount(delivery, "amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long lines(JsonNode deliveries) {
        return deliveries
                .valueStream()
                .mapToLong(delivery -> delivery.path("lines").asLong())
                .sum();
    }
}
