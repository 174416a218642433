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
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;

/** The tables that make up a figure, on the page and as CSV. */
enum WhyTable {
    DELIVERIES(
            List.of(
                    text("form.agency"),
                    text("feed.head-file"),
                    text("feeds.feed"),
                    text("feed.received"),
                    text("why.how-counts"),
                    figure("figure.lines"),
                    figure("feed.amount")),
            List.of("agency", "file", "feed", "postedAt", "enters", "lines", "amount", "delivery", "sha256")) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names, Words words) {
            return why.deliveries().stream()
                    .sorted(Comparator.comparing(WhyAnswer.Delivery::amount).reversed())
                    .map(each -> List.of(
                            names.getOrDefault(each.agency(), each.agency()),
                            each.file(),
                            each.feed(),
                            words.day(each.postedAt()),
                            words.say(each.enters().equals("share") ? "why.by-share" : "why.full"),
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
            List.of(
                    text("figure.from"),
                    text("figure.to"),
                    text("why.printed-as"),
                    text("why.how-known"),
                    text("feeds.kind"),
                    figure("figure.lines"),
                    figure("feed.amount")),
            TransferColumns.HEADER) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names, Words words) {
            return TransferColumns.printed(why.eliminations(), names, words);
        }

        @Override
        Stream<List<@Nullable Object>> raw(WhyAnswer why) {
            return TransferColumns.raw(why.eliminations());
        }
    },
    ONE_SIDED(ELIMINATIONS.columns, TransferColumns.HEADER) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names, Words words) {
            return TransferColumns.printed(why.oneSided(), names, words);
        }

        @Override
        Stream<List<@Nullable Object>> raw(WhyAnswer why) {
            return TransferColumns.raw(why.oneSided());
        }
    },
    SHARES(
            List.of(
                    text("why.body"),
                    text("why.shared-by"),
                    figure("why.place"),
                    figure("why.whole-body"),
                    figure("why.spent"),
                    figure("why.passed-on"),
                    figure("why.place-share")),
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
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names, Words words) {
            return why.shares().stream()
                    .map(each -> List.of(
                            names.getOrDefault(each.agency(), each.agency()),
                            driver(each.share(), words),
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
            List.of(text("form.agency"), text("why.service-line"), text("figure.function"), text("why.rule")),
            List.of("agency", "service", "function", "evidence")) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names, Words words) {
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
            List.of(text("me.when"), text("person.what"), text("why.note")),
            List.of("revision", "at", "kind", "note")) {

        @Override
        Stream<List<String>> printed(WhyAnswer why, Map<String, String> names, Words words) {
            return why.revisions().stream()
                    .map(each -> List.of(
                            words.day(each.at()),
                            Words.plain(each.kind()),
                            Words.named(each.note(), words.say("why.no-note"))));
        }

        @Override
        Stream<List<@Nullable Object>> raw(WhyAnswer why) {
            return why.revisions().stream()
                    .map(each -> Arrays.asList(each.revision(), each.at(), each.kind(), each.note()));
        }
    };

    /** Heads are keys of messages. */
    private final List<Grid.Column> columns;

    private final List<String> header;

    WhyTable(List<Grid.Column> columns, List<String> header) {
        this.columns = columns;
        this.header = header;
    }

    abstract Stream<List<String>> printed(WhyAnswer why, Map<String, String> names, Words words);

    abstract Stream<List<@Nullable Object>> raw(WhyAnswer why);

    /** @throws Problem 404 if there is no such table */
    static WhyTable named(String name, Words words) {
        return Arrays.stream(values())
                .filter(table -> table.code().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no-such-table", words.say("page.no-table")));
    }

    /** As addresses and files write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title(Words words) {
        return words.say("why.title." + code());
    }

    Grid grid(WhyAnswer why, Map<String, String> names, Words words) {
        return new Grid(
                code(),
                title(words),
                columns.stream()
                        .map(column -> new Grid.Column(words.say(column.head()), column.numeric()))
                        .toList(),
                printed(why, names, words).map(Grid::cells).toList(),
                words.say("why.empty." + code()));
    }

    Flux<DataBuffer> csv(WhyAnswer why) {
        return Csv.stream(header, Flux.fromStream(raw(why)), Function.identity());
    }

    private static String driver(WhyAnswer.Driver driver, Words words) {
        return Stream.of(driver.driver(), driver.source(), driver.year())
                .filter(part -> part != null && !part.isBlank())
                .map(String::valueOf)
                .reduce((one, other) -> one + ", " + other)
                .orElseGet(() -> words.say("why.not-stated"));
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

        static Stream<List<String>> printed(
                List<WhyAnswer.Elimination> transfers, Map<String, String> names, Words words) {
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
