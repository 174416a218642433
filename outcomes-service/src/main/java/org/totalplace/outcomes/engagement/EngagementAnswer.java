package org.totalplace.outcomes.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.PublishedTable;

/**
 * A consultation as everybody reads it. Answers are shown when it is over, so that the first do not lead the others;
 * who takes part is shown all along.
 *
 * @param overdue whether it should have been told by now what came of it
 * @param responses sum of what is shown
 */
@Schema(name = "EngagementTold")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EngagementAnswer(
        String code,
        String stage,
        Engagement engagement,
        boolean overdue,
        PublishedCount responses,
        Map<String, PublishedCount> byChannel,
        List<Part> areas,
        List<Part> ageBands,
        @Nullable List<Question> answers,
        List<Result> results) {

    static final List<String> COLUMNS =
            List.of("code", "by", "group", "name", "people", "populationShare", "responses", "share", "perExpected");

    private static final int DECIMALS = 3;

    /**
     * Who took part of a group, beside how many of it there are.
     *
     * @param group {@code not-said} for who did not say
     * @param people null where nobody said which group
     * @param perExpected share of the responses by share of the population: 1 where the group spoke as much as others
     */
    @Schema(name = "EngagementPart")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Part(
            String group,
            String name,
            @Nullable Long people,
            @Nullable BigDecimal populationShare,
            PublishedCount responses,
            @Nullable BigDecimal share,
            @Nullable BigDecimal perExpected) {}

    /** How often each answer was given. */
    @Schema(name = "EngagementAnswered")
    record Question(String question, Map<String, PublishedCount> answers) {}

    /** What came of it. */
    @Schema(name = "EngagementResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            LocalDate toldOn,
            String words,
            @Nullable Long suggestion,
            @Nullable String journey) {}

    /** What was counted. */
    record Counted(Tally areas, Tally ageBands, List<Tally> answers) {}

    static EngagementAnswer of(
            String code, Engagement engagement, Counted counted, List<Result> results, LocalDate today) {
        Engagement.Stage stage = engagement.stage(today);
        List<Part> areas = parts(engagement.areas(), counted.areas());
        Map<String, PublishedCount> byChannel = byChannel(engagement, counted.areas());
        return new EngagementAnswer(
                code,
                stage.code(),
                engagement,
                results.isEmpty() && today.isAfter(engagement.resultsBy()),
                sum(byChannel.values().stream().toList()),
                byChannel,
                areas,
                parts(engagement.ageBands(), counted.ageBands()),
                stage == Engagement.Stage.CLOSED ? questions(engagement, counted.answers()) : null,
                results);
    }

    private static PublishedTable table(List<Engagement.Group> groups, Tally tally) {
        return PublishedTable.of(
                tally.column(Stream.concat(groups.stream().map(Engagement.Group::code), Stream.of(Tally.NOT_SAID))
                        .toList()));
    }

    private static List<Part> parts(List<Engagement.Group> groups, Tally tally) {
        PublishedTable table = table(groups, tally);
        List<PublishedCount> shown = IntStream.rangeClosed(0, groups.size())
                .mapToObj(row -> table.cell(row, 0))
                .toList();
        long said = shown.subList(0, groups.size()).stream()
                .mapToLong(count -> count.value() == null ? 0 : count.value())
                .sum();
        boolean whole = shown.stream().allMatch(count -> count.value() != null);
        long people = groups.stream().mapToLong(Engagement.Group::people).sum();
        List<Part> parts = new ArrayList<>();
        for (int row = 0; row < groups.size(); row++) {
            Engagement.Group group = groups.get(row);
            BigDecimal expected = share(group.people(), people);
            Long count = shown.get(row).value();
            BigDecimal share = count == null || !whole || said == 0 ? null : share(count, said);
            parts.add(new Part(
                    group.code(),
                    group.name(),
                    group.people(),
                    expected,
                    shown.get(row),
                    share,
                    share == null || count == null ? null : perExpected(count, said, group.people(), people)));
        }
        parts.add(new Part("not-said", "Not said", null, null, shown.get(groups.size()), null, null));
        return parts;
    }

    /** Division comes last: of the published counts, not of rounded shares. */
    private static BigDecimal perExpected(long count, long said, long group, long people) {
        return BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(people))
                .divide(BigDecimal.valueOf(said).multiply(BigDecimal.valueOf(group)), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }

    private static Map<String, PublishedCount> byChannel(Engagement engagement, Tally areas) {
        PublishedTable table = PublishedTable.of(areas.byChannel(engagement.channels()));
        Map<String, PublishedCount> byChannel = new LinkedHashMap<>();
        for (int row = 0; row < engagement.channels().size(); row++) {
            byChannel.put(engagement.channels().get(row), table.cell(row, 0));
        }
        return byChannel;
    }

    private static List<Question> questions(Engagement engagement, List<Tally> answers) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < engagement.questions().size(); i++) {
            Engagement.Asked asked = engagement.questions().get(i);
            PublishedTable table = PublishedTable.of(answers.get(i).column(asked.answers()));
            Map<String, PublishedCount> shown = new LinkedHashMap<>();
            for (int row = 0; row < asked.answers().size(); row++) {
                shown.put(asked.answers().get(row), table.cell(row, 0));
            }
            questions.add(new Question(asked.question(), shown));
        }
        return questions;
    }

    private static PublishedCount sum(List<PublishedCount> counts) {
        long sum = counts.stream()
                .mapToLong(count -> count.value() == null ? 0 : count.value())
                .sum();
        boolean hidden = counts.stream().anyMatch(count -> count.value() == null);
        return sum == 0 && hidden ? new PublishedCount(null, "c") : new PublishedCount(sum, null);
    }

    /** A row a group, in the order of {@link #COLUMNS}. */
    List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        areas.forEach(part -> rows.add(row("area", part)));
        ageBands.forEach(part -> rows.add(row("age-band", part)));
        return rows;
    }

    private List<@Nullable Object> row(String by, Part part) {
        return Arrays.asList(
                code,
                by,
                part.group(),
                part.name(),
                part.people(),
                part.populationShare(),
                part.responses().shown(),
                part.share(),
                part.perExpected());
    }
}
