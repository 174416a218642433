package org.totalplace.gateway.page.why;

import static org.totalplace.gateway.page.Grid.Column.figure;
import static org.totalplace.gateway.page.Grid.Column.text;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Times;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;

/** The tables that make up a figure, on the page and as CSV. */
enum WhyTable {
    DELIVERIES(
            "Where its lines came from",
            "No delivery has a line in this figure.",
            List.of(
                    text("Agency"),
                    text("File"),
                    text("Feed"),
                    text("Received"),
                    text("How it counts"),
                    figure("Lines"),
                    figure("Amount")),
            List.of("agency", "file", "feed", "postedAt", "enters", "lines", "amount", "delivery", "sha256")) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names) {
            return why.deliveries().stream()
                    .sorted(Comparator.comparing(WhyAnswer.Delivery::amount).reversed())
                    .map(each -> List.of(
                            names.getOrDefault(each.agency(), each.agency()),
                            each.file(),
                            each.feed(),
                            Times.shown(each.postedAt()),
                            each.enters().equals("share") ? "By the place’s share" : "In full",
                            count(each.lines()),
                            pounds(each.amount())));
        }

        @Override
        Stream<List<@Nullable Object>> raw(WhyAnswer why) {
            return why.deliveries().stream()
                    .map(each -> Arrays.asList(
                            each.agency(),
                            each.file(),
                            each.feed(),
                            each.postedAt(),
                            each.enters(),
                            each.lines(),
                            each.amount(),
                            each.delivery(),
                            each.sha256()));
        }
    },
    ELIMINATIONS(
            "Transfers taken out",
            "Nothing was taken out.",
            List.of(
                    text("From"),
                    text("To"),
                    text("Printed as"),
                    text("How the name is known"),
                    text("Kind"),
                    figure("Lines"),
                    figure("Amount")),
            TransferColumns.HEADER) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names) {
            return TransferColumns.printed(why.eliminations(), names);
        }

        @Override
        Stream<List<@Nullable Object>> raw(WhyAnswer why) {
            return TransferColumns.raw(why.eliminations());
        }
    },
    ONE_SIDED(
            "Paid to partners, and left in",
            "No payment to a partner was left in.",
            ELIMINATIONS.columns,
            TransferColumns.HEADER) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names) {
            return TransferColumns.printed(why.oneSided(), names);
        }

        @Override
        Stream<List<@Nullable Object>> raw(WhyAnswer why) {
            return TransferColumns.raw(why.oneSided());
        }
    },
    SHARES(
            "The place’s share of wider bodies",
            "No body that serves more than the place is in this figure.",
            List.of(
                    text("Body"),
                    text("Shared by"),
                    figure("The place"),
                    figure("The whole body"),
                    figure("It spent"),
                    figure("Of it passed on"),
                    figure("The place’s share")),
            List.of(
                    "agency",
                    "driver",
                    "source",
                    "year",
                    "numerator",
                    "denominator",
                    "ledger",
                    "passedOn",
                    "apportioned")) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names) {
            return why.shares().stream()
                    .map(each -> List.of(
                            names.getOrDefault(each.agency(), each.agency()),
                            driver(each.share()),
                            count(each.share().numerator()),
                            count(each.share().denominator()),
                            pounds(each.ledger()),
                            pounds(each.passedOn()),
                            pounds(each.apportioned())));
        }

        @Override
        Stream<List<@Nullable Object>> raw(WhyAnswer why) {
            return why.shares().stream()
                    .map(each -> Arrays.asList(
                            each.agency(),
                            each.share().driver(),
                            each.share().source(),
                            each.share().year(),
                            each.share().numerator(),
                            each.share().denominator(),
                            each.ledger(),
                            each.passedOn(),
                            each.apportioned()));
        }
    },
    FUNCTIONS(
            "Which function its service lines serve",
            "No service line is in this figure.",
            List.of(text("Agency"), text("Service line"), text("Function"), text("By which rule")),
            List.of("agency", "service", "function", "evidence")) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names) {
            return why.functions().stream()
                    .map(each -> List.of(
                            names.getOrDefault(each.agency(), each.agency()),
                            each.service(),
                            each.function(),
                            each.evidence()));
        }

        @Override
        Stream<List<@Nullable Object>> raw(WhyAnswer why) {
            return why.functions().stream()
                    .map(each -> Arrays.asList(each.agency(), each.service(), each.function(), each.evidence()));
        }
    },
    REVISIONS(
            "What changed it",
            "Nothing has changed it.",
            List.of(text("When"), text("What"), text("Note")),
            List.of("revision", "at", "kind", "note")) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names) {
            return why.revisions().stream()
                    .map(each -> List.of(
                            Times.shown(each.at()), Words.plain(each.kind()), Words.named(each.note(), "no note")));
        }

        @Override
        Stream<List<@Nullable Object>> raw(WhyAnswer why) {
            return why.revisions().stream()
                    .map(each -> Arrays.asList(each.revision(), each.at(), each.kind(), each.note()));
        }
    };

    private final String title;
    private final String empty;
    private final List<Grid.Column> columns;
    private final List<String> header;

    WhyTable(String title, String empty, List<Grid.Column> columns, List<String> header) {
        this.title = title;
        this.empty = empty;
        this.columns = columns;
        this.header = header;
    }

    abstract Stream<List<String>> printed(WhyAnswer why, Map<String, String> names);

    abstract Stream<List<@Nullable Object>> raw(WhyAnswer why);

    /** @throws Problem 404 if there is no such table */
    static WhyTable named(String name) {
        return Arrays.stream(values())
                .filter(table -> table.code().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no-such-table", "There is no such table."));
    }

    /** As addresses and files write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    Grid grid(WhyAnswer why, Map<String, String> names) {
        return new Grid(
                code(), title, columns, printed(why, names).map(Grid::cells).toList(), empty);
    }

    Flux<DataBuffer> csv(WhyAnswer why) {
        return Csv.stream(header, Flux.fromStream(raw(why)), Function.identity());
    }

    private static String driver(WhyAnswer.Driver driver) {
        return Stream.of(driver.driver(), driver.source(), driver.year())
                .filter(part -> part != null && !part.isBlank())
                .reduce((one, other) -> one + ", " + other)
                .orElse("not stated");
    }

    static String pounds(@Nullable BigDecimal pounds) {
        return Published.pounds(pounds, "x");
    }

    static String count(long count) {
        return "%,d".formatted(count);
    }

    /** What was paid to partners is told alike, whether it was taken out or left in. */
    private static final class TransferColumns {

        static final List<String> HEADER =
                List.of("payer", "payee", "printed", "rule", "kind", "kindRule", "lines", "amount", "delivery");

        private TransferColumns() {}

        static Stream<List<String>> printed(List<WhyAnswer.Elimination> transfers, Map<String, String> names) {
            return transfers.stream()
                    .sorted(Comparator.comparing(WhyAnswer.Elimination::amount).reversed())
                    .map(each -> List.of(
                            names.getOrDefault(each.payer(), each.payer()),
                            names.getOrDefault(each.payee(), each.payee()),
                            each.printed(),
                            each.rule(),
                            Words.plain(each.kind()),
                            count(each.lines()),
                            pounds(each.amount())));
        }

        static Stream<List<@Nullable Object>> raw(List<WhyAnswer.Elimination> transfers) {
            return transfers.stream()
                    .map(each -> Arrays.asList(
                            each.payer(),
                            each.payee(),
                            each.printed(),
                            each.rule(),
                            each.kind(),
                            each.kindRule(),
                            each.lines(),
                            each.amount(),
                            each.delivery()));
        }
    }
}
