package org.totalplace.journey.community.circle;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.words.PublicWords;
import org.totalplace.value.AgencyCode;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads what is sent to circles: codes out of lists, days, and no words in which somebody could be told of. */
final class CircleWords {

    /** What members help each other with. */
    static final List<String> SKILLS = List.of(
            "company",
            "computers",
            "cooking",
            "errands",
            "forms",
            "garden",
            "languages",
            "lifts",
            "pets",
            "repairs",
            "shopping",
            "walking");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");
    private static final int MOST = 30;
    private static final int DAYS_AHEAD = 366;

    private CircleWords() {}

    static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), BRITAIN);
    }

    static AgencyCode agency(String code) {
        try {
            return new AgencyCode(code);
        } catch (IllegalArgumentException notACode) {
            throw noSuchCircle();
        }
    }

    /** An id in a path. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    /** An id in a body. */
    static UUID id(String path, @Nullable String text) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(text, ""));
        } catch (IllegalArgumentException notAnId) {
            throw Problem.badInput(path, "required-value", "'" + path + "' is the id that the circle gave.");
        }
    }

    static List<String> needs(@Nullable List<String> given) {
        return codes("needs", given, CheckKind.codes());
    }

    static GridSquare square(@Nullable Integer east, @Nullable Integer north) {
        try {
            return new GridSquare(Objects.requireNonNullElse(east, -1), Objects.requireNonNullElse(north, -1));
        } catch (IllegalArgumentException outside) {
            throw Problem.badInput("square", "constraint-error", outside.getMessage() + ".");
        }
    }

    static List<String> times(@Nullable List<String> given) {
        return codes("times", given, WeekTimes.ALL);
    }

    static List<String> skills(@Nullable List<String> given) {
        return codes("skills", given, SKILLS);
    }

    /** English where none is said. */
    static List<String> languages(@Nullable List<String> given) {
        List<String> languages = Objects.requireNonNullElse(given, List.of("en"));
        if (languages.isEmpty() || languages.size() > MOST || !areAll(languages, LANGUAGES)) {
            throw Problem.badInput(
                    "languages", "invalid-value", "languages are codes of two letters such as en, cy or pa.");
        }
        return languages.stream().distinct().sorted().toList();
    }

    static String words(String path, @Nullable String given, int longest) {
        return PublicWords.own(path, given, longest);
    }

    /** At once where no day is said. */
    static Requests.Asked asked(
            @Nullable String skill, @Nullable List<String> times, @Nullable LocalDate neededOn, LocalDate today) {
        LocalDate day = Objects.requireNonNullElse(neededOn, today);
        if (day.isBefore(today) || day.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw Problem.badInput(
                    "neededOn", "constraint-error", "neededOn is a day from today on, within " + DAYS_AHEAD + " days.");
        }
        String checked = Objects.requireNonNullElse(skill, "");
        if (!SKILLS.contains(checked)) {
            throw Problem.badInput("skill", "invalid-value", "skill is one of " + SKILLS + ".", SKILLS);
        }
        return new Requests.Asked(checked, times(times), day);
    }

    static Introductions.Meeting meeting(@Nullable LocalDate on, @Nullable Integer minutes) {
        if (on == null || minutes == null || minutes < 5 || minutes > GivenHours.A_DAY) {
            throw Problem.badInput(
                    "minutes",
                    "constraint-error",
                    "Say on which day, and how long: 5 to " + GivenHours.A_DAY + " minutes.");
        }
        return new Introductions.Meeting(on, minutes);
    }

    static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    static Problem noSuchCircle() {
        return Problem.notFound("no-such-circle", "No agency of this code runs a circle.");
    }

    static Problem unknown() {
        return Problem.notFound("not-in-circle", "The circle has nothing of this id, or no longer.");
    }

    private static List<String> codes(String path, @Nullable List<String> given, List<String> known) {
        List<String> codes = Objects.requireNonNullElse(given, List.of());
        if (codes.isEmpty() || !areAll(codes, known)) {
            throw Problem.badInput(path, "invalid-value", path + " are some of " + known + ".", known);
        }
        return known.stream().filter(codes::contains).toList();
    }

    /** Whether each is one of the known; what is sent may hold nothing in the place of a code. */
    private static boolean areAll(List<String> codes, Collection<String> known) {
        return codes.stream().allMatch(code -> Objects.nonNull(code) && known.contains(code));
    }
}
