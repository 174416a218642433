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

        public String needsShown() {
            return words(needs);
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

        public String shown() {
            String hour = "at " + Money.shown(Pence.ofPounds(anHour)) + " an hour, in prices of " + priceYear;
            return (worth == null ? "Not shown" : Money.shown(Pence.ofPounds(worth))) + ", " + hour;
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

        public String helpShown() {
            return help == null ? "–" : words(help.skills()) + ", " + help.reach() + " km";
        }

        public String checkShown() {
            if (help == null) {
                return "–";
            }
            return clearedUntil == null ? "No check that holds" : "Until " + Words.inEnglish(clearedUntil);
        }

        public String givenShown() {
            return hours(given);
        }

        public String receivedShown() {
            return hours(received);
        }

        public String balanceShown() {
            return hours(balance);
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

        public String title() {
            return Words.plain(skill) + " from " + Words.inEnglish(neededOn) + ", " + words(times);
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
            String circle) {

        public boolean open() {
            return stage.equals("offered") || stage.equals("accepted");
        }

        public String stageShown() {
            return Words.plain(stage);
        }

        public String days() {
            return "Offered on " + Words.inEnglish(offeredOn) + ", needed from " + Words.inEnglish(neededOn);
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

        public String shown() {
            return CircleAnswers.shortId(helper) + ": " + kilometres + " km away, " + words(times)
                    + (metBefore > 0 ? ", met before" : "") + (busy > 0 ? ", " + busy + " under way" : "")
                    + ", checks hold until " + Words.inEnglish(clearedUntil);
        }
    }

    record Matches(List<Match> results, Map<String, Integer> leftOut) {

        public String leftOutShown() {
            return leftOut.isEmpty()
                    ? "Nobody is left out."
                    : "Left out: "
                            + String.join(
                                    ", ",
                                    leftOut.entrySet().stream()
                                            .map(one -> one.getValue() + " "
                                                    + one.getKey().replace('-', ' '))
                                            .toList())
                            + ".";
        }
    }

    /** All of a person's part in circles. */
    record OfPerson(List<Member> circles, List<Request> requests, List<Introduction> introductions) {

        /** Whether the person is who helps in it. */
        public boolean helps(Introduction introduction) {
            return circles.stream().anyMatch(one -> one.member().equals(introduction.helper()));
        }
    }

    static String words(List<String> codes) {
        return String.join(
                ", ", codes.stream().map(code -> code.replace('-', ' ')).toList());
    }

    private static String shortId(String id) {
        return id.length() < 8 ? id : id.substring(0, 8);
    }

    /** Hours and minutes; a balance may be below nothing. */
    static String hours(long minutes) {
        long size = Math.abs(minutes);
        String text = size / MINUTES + " h" + (size % MINUTES == 0 ? "" : " " + size % MINUTES + " min");
        return minutes < 0 ? "−" + text : text;
    }
}
