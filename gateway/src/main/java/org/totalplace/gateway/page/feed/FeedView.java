package org.totalplace.gateway.page.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Times;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/**
 * How a feed stands, ready to print.
 *
 * @param page its address
 * @param facts when it came, when it comes next, and whether its total was met
 * @param missing periods that were due and have not been published
 * @param quality from 0 to 100, with its parts; null before anything was read
 */
record FeedView(
        String page,
        String feed,
        String agency,
        String kind,
        Standing standing,
        List<DeliveryView.Fact> facts,
        List<String> missing,
        @Nullable Integer quality,
        List<Part> parts,
        List<Past> history) {

    record Part(String name, String score, String why) {}

    record Past(
            String page,
            String name,
            String received,
            Standing standing,
            String period,
            String accepted,
            String refused,
            String amount,
            String difference,
            String quality) {}

    private static final String NONE = "–";

    /** Whether the sender may have to say what kind of amounts a file has. */
    public boolean isOfBudgets() {
        return kind.equals(Words.plain("budgets"));
    }

    static FeedView of(FeedAddress address, FeedHealth health, Map<String, String> agencies) {
        FeedHealth.Quality quality = health.quality();
        return new FeedView(
                address.page(),
                health.feed(),
                agencies.getOrDefault(health.agency(), health.agency()),
                Words.plain(health.kind()),
                Standing.ofFeed(health.state()),
                facts(health),
                missing(health),
                quality == null ? null : quality.score(),
                quality == null
                        ? List.of()
                        : quality.parts().stream()
                                .map(part -> new Part(partWords(part.name()), part.score() + " of 100", part.why()))
                                .toList(),
                health.history().stream().map(past -> past(address, past)).toList());
    }

    private static List<DeliveryView.Fact> facts(FeedHealth health) {
        List<DeliveryView.Fact> facts = new ArrayList<>();
        FeedHealth.Schedule schedule = health.schedule();
        facts.add(fact(
                "Comes", schedule == null || schedule.text() == null ? "no schedule was registered" : schedule.text()));
        if (health.due() != null) {
            facts.add(fact("Next delivery due", Times.shown(health.due())));
        }
        facts.add(fact("Last received", health.lastReceived() == null ? "never" : Times.shown(health.lastReceived())));
        FeedHealth.Published published = health.lastPublished();
        facts.add(fact("Last published", published == null ? "never" : published(published)));
        FeedHealth.Difference difference = health.difference();
        if (difference != null) {
            facts.add(fact(
                    "Difference to your last control total",
                    money(difference.difference()) + " of " + money(difference.declared())));
        }
        FeedHealth.Pull pull = health.pull();
        if (pull != null) {
            facts.add(fact("Fetched from", pull.url()));
            facts.add(fact("Last fetched", pulled(pull)));
            if (pull.nextTry() != null) {
                facts.add(fact("Fetched next", Times.shown(pull.nextTry())));
            }
        }
        return facts;
    }

    private static List<String> missing(FeedHealth health) {
        List<String> missing = new ArrayList<>(
                health.missingPeriods().stream().map(Times::period).toList());
        if (health.missing() > missing.size()) {
            missing.addFirst("%,d earlier ones".formatted(health.missing() - missing.size()));
        }
        return missing;
    }

    private static String published(FeedHealth.Published published) {
        String at = Times.shown(published.at());
        return published.period() == null ? at : at + ", for " + Times.period(published.period());
    }

    private static String pulled(FeedHealth.Pull pull) {
        if (pull.lastTried() == null) {
            return "not yet";
        }
        String outcome = switch (Objects.toString(pull.lastOutcome(), "")) {
            case "handed-in" -> ": a new file was handed in";
            case "not-modified" -> ": nothing new";
            case "failed" -> ": it failed" + (pull.why() == null ? "" : ". " + pull.why());
            default -> "";
        };
        return Times.shown(pull.lastTried()) + outcome;
    }

    private static String partWords(String name) {
        return switch (name) {
            case "rows" -> "Rows accepted";
            case "timeliness" -> "On time";
            case "columns" -> "Columns recognised";
            case "control-totals" -> "Control totals";
            case "payees" -> "Payees named";
            default -> Words.plain(name);
        };
    }

    private static DeliveryView.Fact fact(String name, String value) {
        return new DeliveryView.Fact(name, value);
    }

    private static Past past(FeedAddress address, FeedHealth.Past past) {
        FeedHealth.Rows rows = past.rows();
        return new Past(
                address.page(past.delivery()),
                past.name(),
                Times.shown(past.receivedAt()),
                Standing.ofDelivery(past.status()),
                past.period() == null ? NONE : Times.period(past.period()),
                rows == null ? NONE : "%,d".formatted(rows.accepted()),
                rows == null ? NONE : "%,d".formatted(rows.refused()),
                money(past.amount()),
                money(past.difference()),
                past.quality() == null ? NONE : Integer.toString(past.quality()));
    }

    private static String money(@Nullable BigDecimal pounds) {
        return pounds == null ? NONE : Money.shown(Pence.ofPounds(pounds));
    }
}
