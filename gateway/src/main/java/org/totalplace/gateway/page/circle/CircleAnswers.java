package org.totalplace.gateway.page.circle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/** What citizen-journey-service answers about circles. */
final class CircleAnswers {

    private static final long MINUTES = 60;

    private CircleAnswers() {}

    record Circle(
            String circle,
            String name,
            List<String> needs,
            Published.Count members,
            Published.Count helpers,
            List<String> skills) {

        public String needsShown(Words words) {
            return named("circle.check.", needs, words);
        }

        public String membersShown() {
            return Published.shown(members);
        }

        public String helpersShown() {
            return Published.shown(helpers);
        }
    }

    record Circles(List<Circle> results) {}

    record OfCircle(String circle, String name, Published.Count givers, Published.Count hours) {

        public String giversShown() {
            return Published.shown(givers);
        }

        public String hoursShown() {
            return Published.shown(hours);
        }
    }

    record Valued(
            String code,
            String name,
            String source,
            String priceYear,
            BigDecimal anHour,
            @Nullable BigDecimal worth) {

        public String shown(Words words) {
            String hour = Money.shown(Pence.ofPounds(anHour));
            return worth == null
                    ? words.say("resources.no-worth", hour, priceYear)
                    : words.say("resources.worth", Money.shown(Pence.ofPounds(worth)), hour, priceYear);
        }
    }

    record Valuations(List<Valued> results) {}

    record Community(
            String year,
            String asOf,
            Published.Count hours,
            List<OfCircle> circles,
            @Nullable Valued valuation) {

        public String hoursShown() {
            return Published.shown(hours);
        }
    }

    record Square(int east, int north) {}

    record Help(List<String> skills, List<String> times, int reach) {}

    record Member(
            String member,
            String circle,
            String name,
            String joinedOn,
            @Nullable String leftOn,
            @Nullable Help help,
            @Nullable String clearedUntil,
            long given,
            long received,
            long balance) {

        /** The beginning of the id, which is enough to tell members of a circle apart. */
        public String shortId() {
            return CircleAnswers.shortId(member);
        }

        public String helpShown(Words words) {
            return help == null
                    ? "–"
                    : words.say("circle.helps", named("circle.skill.", help.skills(), words), help.reach());
        }

        public String checkShown(Words words) {
            if (help == null) {
                return "–";
            }
            return clearedUntil == null
                    ? words.say("circle.no-check")
                    : words.say("circle.check-until", words.day(clearedUntil));
        }

        public String givenShown(Words words) {
            return hours(given, words);
        }

        public String receivedShown(Words words) {
            return hours(received, words);
        }

        public String balanceShown(Words words) {
            return hours(balance, words);
        }
    }

    record Members(List<Member> results) {}

    record Request(
            String request,
            @Nullable String member,
            String skill,
            List<String> times,
            String neededOn,
            @Nullable String stage,
            @Nullable String helper,
            @Nullable String introduced) {

        public String title(Words words) {
            String what = Words.plain(words.name("circle.skill.", skill));
            return words.say("circle.asked", what, words.day(neededOn), whens(times, words));
        }

        public String memberShown() {
            return CircleAnswers.shortId(Objects.requireNonNullElse(member, ""));
        }

        public boolean open() {
            return stage == null || stage.equals("open");
        }
    }

    record Requests(List<Request> results) {}

    record Introduction(
            String introduction,
            String request,
            String member,
            String helper,
            String stage,
            String offeredOn,
            String neededOn,
            String circle,
            @Nullable String clearedUntil) {

        /** Until when the helper may go, whatever was agreed. */
        public String checkShown(Words words) {
            return clearedUntil == null
                    ? words.say("circle.do-not-go")
                    : words.say("circle.helper-until", words.day(clearedUntil));
        }

        public boolean open() {
            return stage.equals("offered") || stage.equals("accepted");
        }

        public String stageShown(Words words) {
            return words.name("circle.stage.", stage);
        }

        public String days(Words words) {
            return words.say("circle.days", words.day(offeredOn), words.day(neededOn));
        }

        public String memberShown() {
            return CircleAnswers.shortId(member);
        }

        public String helperShown() {
            return CircleAnswers.shortId(helper);
        }
    }

    record Introductions(List<Introduction> results) {}

    record Match(String helper, int kilometres, List<String> times, int metBefore, int busy, String clearedUntil) {

        public String shown(Words words) {
            return words.say(
                    "circle-office.match",
                    CircleAnswers.shortId(helper),
                    kilometres,
                    whens(times, words),
                    metBefore > 0 ? words.say("circle-office.met-before") : "",
                    busy > 0 ? words.say("circle-office.busy", busy) : "",
                    words.day(clearedUntil));
        }
    }

    record Matches(List<Match> results, Map<String, Integer> leftOut) {

        public String leftOutShown(Words words) {
            return leftOut.isEmpty()
                    ? words.say("circle-office.none-left-out")
                    : words.say(
                            "circle-office.left-out",
                            String.join(
                                    ", ",
                                    leftOut.entrySet().stream()
                                            .map(one -> one.getValue() + " "
                                                    + words.known(
                                                            "circle-office.lack.",
                                                            one.getKey(),
                                                            one.getKey().replace('-', ' ')))
                                            .toList()));
        }
    }

    /** All of a person's part in circles. */
    record OfPerson(List<Member> circles, List<Request> requests, List<Introduction> introductions) {

        /** Whether the person is who helps in it. */
        public boolean helps(Introduction introduction) {
            return circles.stream().anyMatch(one -> one.member().equals(introduction.helper()));
        }
    }

    /** What codes stand for, one after the other. */
    private static String named(String prefix, List<String> codes, Words words) {
        return String.join(
                ", ",
                codes.stream()
                        .map(code -> words.known(prefix, code, code.replace('-', ' ')))
                        .toList());
    }

    private static String whens(List<String> codes, Words words) {
        return String.join(", ", codes.stream().map(code -> time(code, words)).toList());
    }

    /** {@code tue-morning} in words. */
    private static String time(String code, Words words) {
        String[] parts = code.split("-", 2);
        return parts.length < 2
                ? code
                : words.say(
                        "circle.time",
                        words.known("circle.day.", parts[0], parts[0]),
                        words.known("circle.part.", parts[1], parts[1]));
    }

    private static String shortId(String id) {
        return id.length() < 8 ? id : id.substring(0, 8);
    }

    /** Hours and minutes; a balance may be below nothing. */
    private static String hours(long minutes, Words words) {
        long size = Math.abs(minutes);
        String text = size % MINUTES == 0
                ? words.say("circle.hours", size / MINUTES)
                : words.say("circle.hours-minutes", size / MINUTES, size % MINUTES);
        return minutes < 0 ? "−" + text : text;
    }
}
