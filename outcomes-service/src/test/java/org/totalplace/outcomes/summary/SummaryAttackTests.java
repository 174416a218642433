package org.totalplace.outcomes.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.area.Area;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.outcomes.summary.SummaryCounts.Counted;
import org.totalplace.sample.people.Households;
import org.totalplace.starter.disclosure.LeftOver;
import org.totalplace.starter.disclosure.ToldGroup;

/**
 * Somebody asks two questions about the people of the sample place and takes one answer from the other. Who is in which
 * row is known here person by person, and what lies in what is found from these persons' months, stages and homes, not
 * by the rules that are tried.
 */
class SummaryAttackTests {

    private static final int PAIRS = 6_000;
    private static final int RESIDENTS = 350;
    private static final long SEED = 60;

    private static final List<String> MEASURES = List.of("ons-worthwhile", "feels-safe");
    private static final List<String> STAGES = List.of("assess", "support", "sustain");
    private static final List<String> AGENCIES = List.of("county", "nhs-trust");
    private static final YearMonth FIRST = YearMonth.of(2024, 4);
    private static final int MONTHS = 12;
    private static final Instant NOW = Instant.parse("2025-03-20T12:00:00Z");

    private final Random random = new Random(SEED);
    private final List<Resident> residents = residents();
    private final Map<String, Set<String>> sectorsOf = new HashMap<>();
    private final Map<Map<String, String>, Seen> seen = new HashMap<>();

    private record Resident(
            int id,
            String sector,
            String measure,
            Status status,
            NavigableSet<YearMonth> months,
            String stage,
            List<String> agencies) {}

    /**
     * What is said of whom: every resident of a row has these, and everybody who has them is in it.
     *
     * @param observed whether they were observed in the month, whatever came later; else their latest is of the months
     */
    private record Row(
            String figures,
            boolean observed,
            Set<YearMonth> months,
            Set<String> stages,
            Set<String> sectors,
            Set<Integer> persons) {

        boolean holds(Row other) {
            return figures.equals(other.figures)
                    && holdsMonths(other)
                    && stages.containsAll(other.stages)
                    && sectors.containsAll(other.sectors);
        }

        private boolean holdsMonths(Row other) {
            return other.observed && !observed
                    ? months.containsAll(since(Collections.min(other.months)))
                    : months.containsAll(other.months);
        }
    }

    /** An answer as its asker sees it: the rows that are shown whole. */
    private record Seen(List<Row> rows, List<ToldGroup> told) {}

    private List<Resident> residents() {
        List<Resident> all = new ArrayList<>();
        Households households = new Households(RESIDENTS, SEED);
        while (households.hasNext()) {
            households.next().persons().forEach(person -> {
                String postcode = person.address().postcode();
                all.add(new Resident(
                        person.number(),
                        postcode.substring(0, postcode.length() - 2),
                        pick(MEASURES),
                        pick(List.of(Status.values())),
                        observed(),
                        random.nextInt(10) == 0 ? STAGES.getLast() : pick(STAGES.subList(0, 2)),
                        random.nextInt(12) == 0 ? AGENCIES : List.of(pick(AGENCIES))));
            });
        }
        return all;
    }

    /** Many are observed once, some again and again. */
    private NavigableSet<YearMonth> observed() {
        NavigableSet<YearMonth> months = new TreeSet<>();
        int times = 1 + random.nextInt(2) * random.nextInt(4);
        while (months.size() < times) {
            months.add(FIRST.plusMonths((long) (MONTHS * random.nextDouble() * random.nextDouble())));
        }
        return months;
    }

    private static Set<YearMonth> since(YearMonth month) {
        return Stream.iterate(month, next -> next.isBefore(FIRST.plusMonths(MONTHS)), next -> next.plusMonths(1))
                .collect(Collectors.toSet());
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Test
    void nobody_finds_a_few_persons_with_two_questions() {
        int refused = 0;
        int unguarded = 0;
        List<String> found = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            Map<String, String> first = question();
            Map<String, String> second = changed(first);
            Seen one = seen.computeIfAbsent(first, this::answered);
            Seen other = seen.computeIfAbsent(second, this::answered);
            boolean guarded = LeftOver.of(one.told(), other.told()).isPresent();
            List<String> differences = differences(one, other);
            refused += guarded ? 1 : 0;
            unguarded += differences.isEmpty() ? 0 : 1;
            if (!guarded && !differences.isEmpty()) {
                found.add(first + " and " + second + ": " + differences.getFirst());
            }
        }

        System.out.println(PAIRS + " pairs of summaries: " + unguarded + " tell of a few, " + refused + " are refused");
        assertThat(found).isEmpty();
        assertThat(unguarded).as("what the guard is there for").isGreaterThan(20);
        assertThat(refused).as("refused of " + PAIRS).isLessThan(2 * unguarded);
    }

    private Map<String, String> question() {
        Map<String, String> question = new TreeMap<>();
        question.put("groupBy", pick(List.of("", "month", "stage", "area", "agency", "journey,stage", "area,month")));
        for (int filters = random.nextInt(3); filters > 0; filters--) {
            filter(question);
        }
        return question;
    }

    private void filter(Map<String, String> question) {
        switch (random.nextInt(6)) {
            case 0 -> question.put("measure", pick(MEASURES));
            case 1 -> question.put("journey", "leaving");
            case 2 -> question.put("stage", pick(STAGES));
            case 3 -> question.put("agency", pick(AGENCIES));
            case 4 ->
                question.put("from", FIRST.plusMonths(random.nextInt(MONTHS)).toString());
            default ->
                question.put("to", FIRST.plusMonths(random.nextInt(MONTHS)).toString());
        }
    }

    /** One filter added, changed or left out, one month alone, or the same grouped otherwise: totals beside parts. */
    private Map<String, String> changed(Map<String, String> question) {
        Map<String, String> changed = new TreeMap<>(question);
        switch (random.nextInt(4)) {
            case 0 -> filter(changed);
            case 2 -> {
                String month = FIRST.plusMonths(random.nextInt(MONTHS)).toString();
                changed.putAll(Map.of("groupBy", "", "from", month, "to", month));
            }
            case 1 -> changed.put("groupBy", pick(List.of("", "month", "stage", "area", "journey,stage")));
            default -> {
                List<String> filters = changed.keySet().stream()
                        .filter(name -> !name.equals("groupBy"))
                        .toList();
                if (filters.isEmpty()) {
                    filter(changed);
                } else {
                    changed.remove(pick(filters));
                }
            }
        }
        return changed;
    }

    private Seen answered(Map<String, String> question) {
        SummaryAsked asked = SummaryAsked.of(
                question.get("groupBy"),
                question.get("measure"),
                null,
                question.get("journey"),
                question.get("stage"),
                question.get("agency"),
                question.get("from"),
                question.get("to"));
        Map<Map<String, String>, List<Resident>> groups = new LinkedHashMap<>();
        residents.stream()
                .filter(resident -> isAsked(asked, resident))
                .forEach(resident -> keys(asked, resident)
                        .forEach(keys -> groups.computeIfAbsent(keys, none -> new ArrayList<>())
                                .add(resident)));
        List<Counted> counted = groups.entrySet().stream()
                .map(group -> counted(group.getKey(), group.getValue()))
                .toList();
        SummaryAnswer answer = SummaryAnswer.of(asked, NOW, counted);
        Set<Map<String, String>> whole = answer.results().stream()
                .filter(row -> row.byStatus().values().stream().allMatch(count -> count.value() != null))
                .map(SummaryAnswer.Row::keys)
                .collect(Collectors.toSet());
        List<Row> rows = groups.entrySet().stream()
                .filter(group -> whole.contains(SummaryAnswer.named(group.getKey())))
                .map(group -> row(asked, group.getKey(), group.getValue()))
                .toList();
        return new Seen(rows, ToldOfSummary.of(asked, counted, answer));
    }

    private static boolean isAsked(SummaryAsked asked, Resident resident) {
        return fits(asked.measure(), resident.measure())
                && fits(asked.stage(), resident.stage())
                && (asked.agency() == null || resident.agencies().contains(asked.agency()))
                && !told(asked, resident).isEmpty();
    }

    private static boolean fits(@Nullable String asked, String value) {
        return asked == null || asked.equals(value);
    }

    /** Where the resident stands among what is asked: in each month of observations, or in that of the latest. */
    private static Set<YearMonth> told(SummaryAsked asked, Resident resident) {
        boolean byMonth = asked.groupBy().contains(Grouping.MONTH);
        Set<YearMonth> told = new TreeSet<>(
                byMonth ? resident.months() : Set.of(resident.months().last()));
        told.retainAll(months(asked));
        return told;
    }

    private static Set<YearMonth> months(SummaryAsked asked) {
        YearMonth from = asked.from();
        YearMonth to = asked.to();
        return IntStream.range(0, MONTHS)
                .mapToObj(FIRST::plusMonths)
                .filter(month -> (from == null || !month.isBefore(from)) && (to == null || !month.isAfter(to)))
                .collect(Collectors.toSet());
    }

    /** In every row once: by each agency that saw them, and in every area around their home. */
    private static List<Map<String, String>> keys(SummaryAsked asked, Resident resident) {
        List<Map<String, String>> all = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (String column : asked.keys()) {
            List<String> values = switch (column) {
                case "measure" -> List.of(resident.measure());
                case "series" -> List.of("1");
                case "map" -> List.of("leaving");
                case "stage" -> List.of(resident.stage());
                case "agency" ->
                    resident.agencies().stream()
                            .filter(agency -> asked.agency() == null || agency.equals(asked.agency()))
                            .toList();
                case "month" ->
                    told(asked, resident).stream().map(YearMonth::toString).toList();
                case "area" -> Area.around(resident.sector());
                default -> throw new IllegalArgumentException(column);
            };
            all = all.stream()
                    .flatMap(keys -> values.stream().map(value -> {
                        Map<String, String> more = new LinkedHashMap<>(keys);
                        more.put(column, value);
                        return more;
                    }))
                    .toList();
        }
        return all;
    }

    private static Counted counted(Map<String, String> keys, List<Resident> persons) {
        Map<Status, Long> byStatus = new EnumMap<>(Status.class);
        persons.forEach(person -> byStatus.merge(person.status(), 1L, Long::sum));
        return new Counted(keys, byStatus, BigDecimal.valueOf(1000L * persons.size()));
    }

    private Row row(SummaryAsked asked, Map<String, String> keys, List<Resident> persons) {
        String month = keys.get("month");
        String stage = keys.getOrDefault("stage", asked.stage());
        String area = keys.get("area");
        Set<String> sectors = sectorsOf.computeIfAbsent(Objects.requireNonNullElse(area, ""), this::sectors);
        return new Row(
                keys.get("measure") + " " + Objects.toString(keys.get("map"), Objects.toString(asked.journey())) + " "
                        + Objects.toString(keys.get("agency"), Objects.toString(asked.agency())),
                month != null,
                month == null ? months(asked) : Set.of(YearMonth.parse(month)),
                stage == null ? Set.copyOf(STAGES) : Set.of(stage),
                sectors,
                persons.stream().map(Resident::id).collect(Collectors.toSet()));
    }

    private Set<String> sectors(String area) {
        return residents.stream()
                .map(Resident::sector)
                .filter(sector -> area.isEmpty() || Area.around(sector).contains(area))
                .collect(Collectors.toSet());
    }

    private static List<String> differences(Seen one, Seen other) {
        List<String> found = new ArrayList<>();
        for (Row mine : one.rows()) {
            for (Row others : other.rows()) {
                int more = mine.persons().size() - others.persons().size();
                if (more != 0 && Math.abs(more) <= 7) {
                    (more > 0 ? few(mine, List.of(others)) : few(others, List.of(mine))).ifPresent(found::add);
                }
            }
        }
        totals(one, other, found);
        totals(other, one, found);
        return found;
    }

    /** The whole in one answer, its parts in the other: as many as there are that have nobody in common. */
    private static void totals(Seen wholes, Seen answer, List<String> found) {
        for (Row whole : wholes.rows()) {
            Map<String, List<Row>> sides = new HashMap<>();
            answer.rows().stream()
                    .filter(part -> whole.holds(part) && !part.holds(whole))
                    .forEach(part -> {
                        boolean byMonth = !part.months().equals(whole.months());
                        boolean byArea = !part.sectors().equals(whole.sectors());
                        boolean byStage = !part.stages().equals(whole.stages());
                        if (byMonth && !byArea && !byStage && part.months().size() == 1 && !part.observed()) {
                            sides.computeIfAbsent("month", none -> new ArrayList<>())
                                    .add(part);
                        }
                    });
            sides.values().forEach(parts -> few(whole, parts).ifPresent(found::add));
        }
    }

    private static java.util.Optional<String> few(Row whole, List<Row> parts) {
        if (!parts.stream().allMatch(part -> whole.holds(part) && !part.holds(whole))) {
            return java.util.Optional.empty();
        }
        Set<Integer> rest = new HashSet<>(whole.persons());
        parts.forEach(part -> rest.removeAll(part.persons()));
        return rest.isEmpty() || rest.size() > 7
                ? java.util.Optional.empty()
                : java.util.Optional.of(rest.size() + " of " + whole.figures());
    }
}
