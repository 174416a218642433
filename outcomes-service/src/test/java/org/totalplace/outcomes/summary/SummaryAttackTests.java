package org.totalplace.outcomes.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private static final List<String> JOURNEYS = List.of("leaving", "homeless");
    private static final List<String> GROUPINGS = List.of(
            "",
            "month",
            "stage",
            "area",
            "agency",
            "journey",
            "journey,stage",
            "area,month",
            "domain",
            "domain,measure");
    static final YearMonth FIRST = YearMonth.of(2024, 4);
    static final int MONTHS = 12;
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
            Map<String, String> stages,
            List<String> agencies) {}

    /** An answer as its asker sees it: the rows that are shown whole, and those whose mean is shown. */
    private record Seen(List<RowSeen> rows, List<ToldGroup> told) {}

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
                        stages(),
                        random.nextInt(12) == 0 ? AGENCIES : List.of(pick(AGENCIES))));
            });
        }
        return all;
    }

    /** Nearly everybody is on the first journey, and some are on another. */
    private Map<String, String> stages() {
        Map<String, String> stages = new TreeMap<>();
        for (String journey : JOURNEYS) {
            if (journey.equals("leaving") ? random.nextInt(20) > 0 : random.nextInt(6) == 0) {
                stages.put(journey, random.nextInt(10) == 0 ? STAGES.getLast() : pick(STAGES.subList(0, 2)));
            }
        }
        return stages;
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
        question.put("groupBy", pick(GROUPINGS));
        for (int filters = random.nextInt(3); filters > 0; filters--) {
            filter(question);
        }
        return question;
    }

    private void filter(Map<String, String> question) {
        switch (random.nextInt(6)) {
            case 0 -> question.put("measure", pick(MEASURES));
            case 1 -> question.put("journey", pick(JOURNEYS));
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
            case 1 -> changed.put("groupBy", pick(GROUPINGS));
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
        Map<Map<String, String>, Set<Resident>> groups = groups(asked);
        List<Counted> counted = counted(asked, groups);
        for (SummaryAsked wider : asked.around()) {
            counted = WiderGroups.compared(counted, counted(wider, groups(wider)));
        }
        SummaryAnswer answer = SummaryAnswer.of(asked, NOW, counted);
        Map<Map<String, String>, SummaryAnswer.Row> shown =
                answer.results().stream().collect(Collectors.toMap(SummaryAnswer.Row::keys, row -> row));
        List<RowSeen> rows = new ArrayList<>();
        groups.forEach((keys, persons) -> {
            SummaryAnswer.Row row = Objects.requireNonNull(shown.get(SummaryAnswer.named(keys)));
            if (row.byStatus().values().stream().allMatch(count -> count.value() != null)) {
                rows.add(row("persons", asked, keys, persons));
            }
            if (row.meanChange().value() != null) {
                Set<Resident> known = new HashSet<>(persons);
                known.removeIf(resident -> resident.status() == Status.UNKNOWN);
                rows.add(row("mean", asked, keys, known));
            }
        });
        return new Seen(rows, ToldOfSummary.of(asked, counted, answer));
    }

    private Map<Map<String, String>, Set<Resident>> groups(SummaryAsked asked) {
        Map<Map<String, String>, Set<Resident>> groups = new LinkedHashMap<>();
        residents.stream()
                .filter(resident -> isAsked(asked, resident))
                .forEach(resident -> keys(asked, resident)
                        .forEach(keys -> groups.computeIfAbsent(keys, none -> new LinkedHashSet<>())
                                .add(resident)));
        return groups;
    }

    private static List<Counted> counted(SummaryAsked asked, Map<Map<String, String>, Set<Resident>> groups) {
        return groups.entrySet().stream()
                .map(group -> counted(asked, group.getKey(), group.getValue()))
                .toList();
    }

    private static boolean isAsked(SummaryAsked asked, Resident resident) {
        return fits(asked.measure(), resident.measure())
                && (asked.agency() == null || resident.agencies().contains(asked.agency()))
                && !told(asked, resident).isEmpty();
    }

    static boolean fits(@Nullable String asked, @Nullable String value) {
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

    /** In every row once: by each journey, each agency that saw them, and in every area around their home. */
    private static Set<Map<String, String>> keys(SummaryAsked asked, Resident resident) {
        Set<Map<String, String>> all = new LinkedHashSet<>();
        if (!asked.needsJourneys()) {
            all.addAll(keys(asked, resident, "", ""));
        }
        resident.stages().forEach((journey, stage) -> {
            if (asked.needsJourneys() && fits(asked.journey(), journey) && fits(asked.stage(), stage)) {
                all.addAll(keys(asked, resident, journey, stage));
            }
        });
        return all;
    }

    private static List<Map<String, String>> keys(SummaryAsked asked, Resident resident, String journey, String stage) {
        List<Map<String, String>> all = List.of(new LinkedHashMap<>());
        for (String column : asked.keys()) {
            List<String> values = switch (column) {
                case "measure" -> List.of(resident.measure());
                case "domain" -> List.of("social");
                case "series" -> List.of("1");
                case "map" -> List.of(journey);
                case "stage" -> List.of(stage);
                case "agency" ->
                    resident.agencies().stream()
                            .filter(agency -> fits(asked.agency(), agency))
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

    private static Counted counted(SummaryAsked asked, Map<String, String> keys, Set<Resident> persons) {
        Map<Status, Long> byStatus = new EnumMap<>(Status.class);
        persons.forEach(person -> byStatus.merge(person.status(), 1L, Long::sum));
        BigDecimal change = asked.ofDomains() ? null : BigDecimal.valueOf(1000L * persons.size());
        return new Counted(keys, byStatus, change, false);
    }

    private RowSeen row(String figures, SummaryAsked asked, Map<String, String> keys, Set<Resident> persons) {
        String month = keys.get("month");
        String area = keys.getOrDefault("area", "");
        return new RowSeen(
                figures + " " + (asked.ofDomains() ? "of a domain" : keys.get("measure")),
                month != null,
                month == null ? months(asked) : Set.of(YearMonth.parse(month)),
                keys.getOrDefault("map", asked.journey()),
                keys.getOrDefault("stage", asked.stage()),
                keys.getOrDefault("agency", asked.agency()),
                sectorsOf.computeIfAbsent(area, this::sectors),
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
        for (RowSeen mine : one.rows()) {
            for (RowSeen others : other.rows()) {
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
        for (RowSeen whole : wholes.rows()) {
            Map<String, List<RowSeen>> sides = new HashMap<>();
            answer.rows().stream()
                    .filter(part -> whole.holds(part) && !part.holds(whole))
                    .forEach(part -> {
                        if (part.months().size() == 1 && !part.observed() && whole.isBeside(part, true)) {
                            sides.computeIfAbsent("month", none -> new ArrayList<>())
                                    .add(part);
                        } else if (whole.isBeside(part, false)) {
                            sides.computeIfAbsent("stage", none -> new ArrayList<>())
                                    .add(part);
                        }
                    });
            sides.values().forEach(parts -> few(whole, parts).ifPresent(found::add));
        }
    }

    private static java.util.Optional<String> few(RowSeen whole, List<RowSeen> parts) {
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
