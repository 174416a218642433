package org.totalplace.gateway.page.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/**
 * How a feed stands, ready to print.
 *
 * @param page its address
 * @param ofBudgets whether the sender may have to say what kind of amounts a file has
 * @param facts when it came, when it comes next, and whether its total was met
 * @param missing periods that were due and have not been published
 * @param quality from 0 to 100, with its parts; null before anything was read
 */
record FeedView(
        String page,
        String feed,
        String agency,
        String kind,
        boolean ofBudgets,
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

    static FeedView of(FeedAddress address, FeedHealth health, Map<String, String> agencies, Words words) {
        FeedHealth.Quality quality = health.quality();
        return new FeedView(
                address.page(),
                health.feed(),
                agencies.getOrDefault(health.agency(), health.agency()),
                words.name("feeds.kind.", health.kind()),
                health.kind().equals("budgets"),
                Standing.ofFeed(health.state(), words),
                facts(health, words),
                missing(health, words),
                quality == null ? null : quality.score(),
                quality == null
                        ? List.of()
                        : quality.parts().stream()
                                .map(part -> new Part(
                                        words.name("feed.part.", part.name()),
                                        words.say("feed.of-hundred", part.score()),
                                        part.why()))
                                .toList(),
                health.history().stream()
                        .map(past -> past(address, past, words))
                        .toList());
    }

    private static List<DeliveryView.Fact> facts(FeedHealth health, Words words) {
        List<DeliveryView.Fact> facts = new ArrayList<>();
        FeedHealth.Schedule schedule = health.schedule();
        facts.add(fact(
                words.say("feed.comes"),
                schedule == null || schedule.text() == null ? words.say("feed.no-schedule") : schedule.text()));
        if (health.due() != null) {
            facts.add(fact(words.say("feed.next"), words.day(health.due())));
        }
        facts.add(fact(
                words.say("feed.last-received"),
                health.lastReceived() == null ? words.say("feeds.never") : words.day(health.lastReceived())));
        FeedHealth.Published published = health.lastPublished();
        facts.add(fact(
                words.say("feeds.last-published"),
                published == null ? words.say("feeds.never") : published(published, words)));
        FeedHealth.Difference difference = health.difference();
        if (difference != null) {
            facts.add(fact(
                    words.say("feed.control-total"),
                    words.say("feed.of-declared", money(difference.difference()), money(difference.declared()))));
        }
        FeedHealth.Pull pull = health.pull();
        if (pull != null) {
            facts.add(fact(words.say("feed.fetched-from"), pull.url()));
            facts.add(fact(words.say("feed.last-fetched"), pulled(pull, words)));
            if (pull.nextTry() != null) {
                facts.add(fact(words.say("feed.fetched-next"), words.day(pull.nextTry())));
            }
        }
        return facts;
    }

    private static List<String> missing(FeedHealth health, Words words) {
        List<String> missing = new ArrayList<>(
                health.missingPeriods().stream().map(words::period).toList());
        if (health.missing() > missing.size()) {
            missing.addFirst(words.say("feed.earlier", health.missing() - missing.size()));
        }
        return missing;
    }

    private static String published(FeedHealth.Published published, Words words) {
        String at = words.day(published.at());
        return published.period() == null ? at : words.say("feed.published-for", at, words.period(published.period()));
    }

    private static String pulled(FeedHealth.Pull pull, Words words) {
        if (pull.lastTried() == null) {
            return words.say("feed.not-yet");
        }
        String key = switch (Objects.toString(pull.lastOutcome(), "")) {
            case "handed-in" -> "feed.pulled-in";
            case "not-modified" -> "feed.pulled-nothing";
            case "failed" -> "feed.pulled-failed";
            default -> "feed.pulled";
        };
        return words.say(key, words.day(pull.lastTried()), pull.why() == null ? "" : " " + pull.why());
    }

    private static DeliveryView.Fact fact(String name, String value) {
        return new DeliveryView.Fact(name, value);
    }

    private static Past past(FeedAddress address, FeedHealth.Past past, Words words) {
        FeedHealth.Rows rows = past.rows();
        return new Past(
                address.page(past.delivery()),
                past.name(),
                words.day(past.receivedAt()),
                Standing.ofDelivery(past.status(), words),
                past.period() == null ? NONE : words.period(past.period()),
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
