package org.totalplace.sample.circle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.totalplace.sample.people.Household;
import org.totalplace.sample.people.KnowingAgency;
import org.totalplace.sample.people.Person;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.Northmoor;

/**
 * Tenants of the housing association who are members of its circle: two of five help, and gave hours month by month.
 * Nobody is named; members are references that the association delivers.
 */
public final class Neighbours {

    private static final int MEMBERS = 60;
    private static final int BORN_BEFORE = 2004;
    private static final int MONTHS = 12;
    private static final LocalDate FIRST = LocalDate.of(Northmoor.YEAR.start(), 4, 1);
    private static final LocalDate CHECKED_UNTIL = FIRST.plusYears(3).minusDays(1);
    private static final int EAST = 431;
    private static final int NORTH = 387;
    private static final List<String> SKILLS =
            List.of("company", "errands", "forms", "garden", "lifts", "repairs", "shopping", "walking");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<String> PARTS = List.of("morning", "afternoon");

    private final long seed;
    private final List<Map<String, Object>> members = new ArrayList<>();

    public Neighbours(long seed) {
        this.seed = seed;
    }

    /** Looks at residents as they come; the first grown-up tenants are members. */
    public void see(Household household) {
        household.persons().stream()
                .filter(person -> person.birth().getYear() < BORN_BEFORE)
                .forEach(this::see);
    }

    private void see(Person person) {
        String reference = person.references().get(KnowingAgency.HOUSING);
        if (reference != null && members.size() < MEMBERS) {
            members.add(member(reference, Draw.of(seed, "neighbour", reference)));
        }
    }

    /** As the association and a steward would enter it. */
    public Map<String, Object> json() {
        return Json.object(
                "agency",
                KnowingAgency.HOUSING.code().value(),
                "name",
                "Moorland Neighbours",
                "needs",
                List.of("dbs", "identity"),
                "members",
                members);
    }

    private static Map<String, Object> member(String reference, Draw draw) {
        boolean helps = draw.percent(40);
        List<String> times = times(draw);
        return Json.object(
                "reference",
                reference,
                "joinedOn",
                FIRST.minusDays(draw.below(60)),
                "square",
                Json.object("east", EAST + draw.below(6), "north", NORTH + draw.below(6)),
                "help",
                helps ? Json.object("skills", skills(draw), "times", times, "reach", draw.between(3, 6)) : null,
                "checks",
                helps ? checks(draw) : List.of(),
                "hours",
                helps ? hours(draw) : List.of(),
                "request",
                !helps && draw.percent(35) ? Json.object("skill", draw.pick(SKILLS), "times", times) : null);
    }

    /** One in ten helpers has no check of identity, so that nobody may introduce them. */
    private static List<Map<String, Object>> checks(Draw draw) {
        List<Map<String, Object>> checks = new ArrayList<>(List.of(check("dbs")));
        if (draw.percent(90)) {
            checks.add(check("identity"));
        }
        return checks;
    }

    private static Map<String, Object> check(String kind) {
        return Json.object("kind", kind, "from", FIRST, "until", CHECKED_UNTIL);
    }

    private static List<Map<String, Object>> hours(Draw draw) {
        List<Map<String, Object>> hours = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            hours.add(Json.object(
                    "on", FIRST.plusMonths(month).plusDays(draw.below(28)), "minutes", 15L * draw.between(4, 24)));
        }
        return hours;
    }

    private static List<String> skills(Draw draw) {
        return List.of(draw.pick(SKILLS), draw.pick(SKILLS), draw.pick(SKILLS)).stream()
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> times(Draw draw) {
        List<String> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            times.add(draw.pick(DAYS) + "-" + draw.pick(PARTS));
        }
        return times.stream().distinct().sorted().toList();
    }
}
