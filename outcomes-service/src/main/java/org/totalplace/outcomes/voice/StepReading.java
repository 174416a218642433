package org.totalplace.outcomes.voice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.voice.VoiceEvent.Answerable;
import org.totalplace.outcomes.voice.VoiceEvent.Figure;
import org.totalplace.outcomes.voice.VoiceEvent.Redacted;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/** Reads a step as it is asked for into what happens; days by which something is due follow from the bounds. */
record StepReading(Bounds bounds) {

    private static final List<String> STEPS =
            List.of("publish", "withhold", "extend", "decide", "plan", "reach", "drop", "link", "close", "redact");

    /** Years. */
    private static final int LONGEST_PLAN = 5;

    /** Figures that anybody of the partnership can ask for again; a parameter's value may hold no second question. */
    private static final Pattern MONEY = Pattern.compile("/api/v1/spend/[a-z/-]{1,60}(?:\\?[\\w=&.,:%+-]{1,400})?");

    private static final Pattern OUTCOME =
            Pattern.compile("/api/v1/outcomes/[a-z/-]{1,60}\\?(?=[^#]*\\bmeasure=\\w)[\\w=&.,:%+-]{1,400}");

    /**
     * What would happen next.
     *
     * @throws Problem 400 where something is missing or cannot be read
     */
    VoiceEvent event(StepAsked asked, Life life, LocalDate on) {
        return switch (Objects.requireNonNullElse(asked.step(), "")) {
            case "publish" ->
                new VoiceEvent.Published(
                        VoiceWords.forAll("about", asked.about(), VoiceWords.SHORT, namesNobody(asked)),
                        words(asked, VoiceWords.LONGEST),
                        answerable(asked));
            case "withhold" -> new VoiceEvent.Withheld(words(asked), answerable(asked), gist(asked));
            case "extend" ->
                new VoiceEvent.Extended(
                        words(asked), bounds.extended(life.owed().due()));
            case "decide" -> decided(asked, on);
            case "plan" -> planned(asked, life, on);
            case "reach" -> new VoiceEvent.Reached(number(asked), words(asked), bounds.planDue(on));
            case "drop" -> new VoiceEvent.Dropped(number(asked), words(asked), bounds.planDue(on));
            case "link" -> new VoiceEvent.Linked(figure(asked));
            case "close" -> new VoiceEvent.Closed(words(asked));
            case "redact" -> redacted(asked);
            default -> throw oneOf("step", asked.step(), STEPS);
        };
    }

    private VoiceEvent decided(StepAsked asked, LocalDate on) {
        Verdict verdict = Optional.ofNullable(asked.verdict())
                .flatMap(Verdict::ofCode)
                .orElseThrow(() -> oneOf("verdict", asked.verdict(), List.of("accepted", "partly", "declined")));
        // A role has capitals: Head of Housing.
        String role = VoiceWords.forAll("role", asked.role(), VoiceWords.SHORT, true);
        return new VoiceEvent.Decided(
                verdict, words(asked), role, verdict == Verdict.DECLINED ? null : bounds.planDue(on));
    }

    private static VoiceEvent planned(StepAsked asked, Life life, LocalDate on) {
        LocalDate due = asked.due();
        if (due == null || due.isBefore(on) || due.isAfter(on.plusYears(LONGEST_PLAN))) {
            throw Problem.badInput(
                    "due",
                    "constraint-error",
                    "A milestone is due on a day that is not over yet, within " + LONGEST_PLAN + " years.");
        }
        return new VoiceEvent.Planned(life.delivery().milestones().size() + 1, words(asked), due);
    }

    private static @Nullable String gist(StepAsked asked) {
        return asked.gist() == null || asked.gist().isBlank()
                ? null
                : VoiceWords.forAll("gist", asked.gist(), VoiceWords.LONGEST, namesNobody(asked));
    }

    private static VoiceEvent redacted(StepAsked asked) {
        if (asked.event() == null) {
            throw Problem.badInput("event", "required-value", "Say which of its history, by its place from 1.");
        }
        Redacted.Why why = Arrays.stream(Redacted.Why.values())
                .filter(choice -> choice.code().equals(asked.why()))
                .findFirst()
                .orElseThrow(() -> oneOf(
                        "why",
                        asked.why(),
                        Arrays.stream(Redacted.Why.values())
                                .map(Redacted.Why::code)
                                .toList()));
        String of = Objects.requireNonNullElse(asked.of(), "words");
        if (!List.of("words", "role").contains(of)) {
            throw oneOf("of", asked.of(), List.of("words", "role"));
        }
        return new Redacted(asked.event(), of.equals("role") ? Redacted.Part.ROLE : Redacted.Part.WORDS, why);
    }

    private static Figure figure(StepAsked asked) {
        boolean money = "money".equals(asked.of());
        if (!money && !"outcome".equals(asked.of())) {
            throw oneOf("of", asked.of(), List.of("money", "outcome"));
        }
        String path = Objects.requireNonNullElse(asked.path(), "").strip();
        if (!(money ? MONEY : OUTCOME).matcher(path).matches()) {
            throw Problem.badInput(
                    "path",
                    "invalid-value",
                    money
                            ? "Money is pointed to as /api/v1/spend/totals?year=2024-25&agency=county, with letters,"
                                    + " digits and percent signs only."
                            : "An outcome is pointed to as /api/v1/outcomes/summary?measure=feels-safe: the call and"
                                    + " the measure.");
        }
        return new Figure(
                money ? Figure.Of.MONEY : Figure.Of.OUTCOME,
                path,
                words(asked, VoiceWords.SHORT),
                amount(asked, money));
    }

    private static @Nullable Pence amount(StepAsked asked, boolean money) {
        BigDecimal pounds = asked.amount();
        if (pounds == null) {
            return null;
        }
        try {
            if (money) {
                return Pence.ofPounds(pounds);
            }
        } catch (ArithmeticException notPennies) {
            // Told below, as an amount of what is no money.
        }
        throw Problem.badInput("amount", "constraint-error", "An amount is of money, in pounds and whole pence.");
    }

    private static Answerable answerable(StepAsked asked) {
        String agency = VoiceWords.code("agency", asked.agency());
        try {
            return new Answerable(
                    agency == null ? null : new AgencyCode(agency).value(),
                    VoiceWords.code("service", asked.service()),
                    VoiceWords.code("journey", asked.journey()));
        } catch (IllegalArgumentException notACode) {
            throw Problem.badInput("agency", "invalid-value", notACode.getMessage() + ".");
        }
    }

    private static int number(StepAsked asked) {
        if (asked.milestone() == null) {
            throw Problem.badInput("milestone", "required-value", "Say which milestone, by its number.");
        }
        return asked.milestone();
    }

    private static String words(StepAsked asked) {
        return words(asked, VoiceWords.LONGEST / 2);
    }

    private static String words(StepAsked asked, int longest) {
        return VoiceWords.forAll("words", asked.words(), longest, namesNobody(asked));
    }

    private static boolean namesNobody(StepAsked asked) {
        return Boolean.TRUE.equals(asked.namesNobody());
    }

    private static Problem oneOf(String path, @Nullable String given, List<String> choices) {
        return Problem.badInput(
                path,
                "invalid-value",
                path + " is one of " + String.join(", ", choices) + ", not '" + given + "'.",
                choices);
    }
}
