package org.totalplace.gateway.page.why;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Words;

/**
 * Why a figure is what it is, ready to print.
 *
 * @param of whose figure it is, in words
 * @param amount the figure; {@code x} where the count does not go into its detail
 * @param sum how it is made up; empty where the count does not go into its detail
 */
record WhyView(
        String of,
        String figure,
        String amount,
        String year,
        String asOf,
        String lines,
        List<Summand> sum,
        @Nullable String perHead,
        @Nullable String method,
        List<Section> sections) {

    static final int ROWS_SHOWN = 10;

    /** @param meant whether it is the figure that was asked about */
    record Summand(String name, String amount, String says, boolean meant) {}

    /** @param all how many rows there are in all */
    record Section(String code, String title, Grid grid, int all) {

        public boolean cut() {
            return all > grid.rows().size();
        }
    }

    /** What codes are called. */
    record Names(Map<String, String> agencies, Map<String, String> functions) {}

    static WhyView of(WhyAsked asked, WhyAnswer why, Names names, Words words) {
        WhyAnswer.Figure figure = why.figure();
        BigDecimal net = figure.net();
        WhyAnswer.PerHead perHead = why.perHead();
        return new WhyView(
                of(asked, names, words),
                asked.figure().said(words),
                WhyTable.pounds(figure.amount(asked.figure())),
                figure.year(),
                words.day(figure.asOf()),
                WhyTable.count(figure.lines()),
                net == null ? List.of() : sum(asked.figure(), figure, words),
                perHead == null || perHead.net() == null ? null : WhyTable.pounds(perHead.net()),
                why.method(),
                sections(why, names, words));
    }

    private static List<Summand> sum(WhyAsked.Figure meant, WhyAnswer.Figure figure, Words words) {
        return Stream.of(
                        WhyAsked.Figure.GROSS,
                        WhyAsked.Figure.ELIMINATED,
                        WhyAsked.Figure.APPORTIONED,
                        WhyAsked.Figure.NET)
                .map(which -> new Summand(
                        which.said(words),
                        WhyTable.pounds(figure.amount(which)),
                        words.say("why.says." + which.code()),
                        which == meant))
                .toList();
    }

    private static List<Section> sections(WhyAnswer why, Names names, Words words) {
        return Arrays.stream(WhyTable.values())
                .map(table -> {
                    Grid all = table.grid(why, names.agencies(), words);
                    return new Section(
                            table.code(),
                            table.title(words),
                            all.first(ROWS_SHOWN),
                            all.rows().size());
                })
                .filter(section -> section.all() > 0 || section.code().equals(WhyTable.DELIVERIES.code()))
                .toList();
    }

    /** {@code Northmoor County Council, Social protection, March 2025}. */
    static String of(WhyAsked asked, Names names, Words words) {
        List<String> parts = new ArrayList<>();
        add(parts, named(names.agencies(), asked.said("agency")));
        add(parts, said(words, "why.paid-to", named(names.agencies(), asked.said("payeeAgency"))));
        add(parts, function(asked.said("function"), names, words));
        add(parts, said(words, "why.of-service-line", asked.said("service")));
        add(parts, asked.said("month").isEmpty() ? "" : words.period(asked.said("month")));
        add(parts, asked.said("kind").isEmpty() ? "" : Words.plain(asked.said("kind")));
        add(parts, said(words, "why.paid-to", asked.said("payee")));
        add(parts, asked.said("phase").isEmpty() ? "" : words.name("why.phase.", asked.said("phase")));
        return parts.isEmpty() ? words.say("why.whole-place") : String.join(", ", parts);
    }

    private static String said(Words words, String key, String text) {
        return text.isEmpty() ? "" : words.say(key, text);
    }

    private static void add(List<String> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(text);
        }
    }

    private static String function(String code, Names names, Words words) {
        return code.equals("unmapped") ? words.say("place.unmapped") : named(names.functions(), code);
    }

    private static String named(Map<String, String> names, String code) {
        return names.getOrDefault(code, code);
    }
}
