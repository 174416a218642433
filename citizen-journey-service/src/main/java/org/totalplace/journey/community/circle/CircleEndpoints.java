package org.totalplace.journey.community.circle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.journey.YearAsked;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.PublishedTable;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/** The circles of the place, and what they give to it. */
@RestController
@RequestMapping("/api/v1/circles")
@Tag(name = "Local circle")
class CircleEndpoints {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST = 300;

    private final Circles circles;
    private final GivenHours hours;
    private final Valuations valuations;
    private final InstantSource clock;

    CircleEndpoints(Circles circles, GivenHours hours, Valuations valuations, InstantSource clock) {
        this.circles = circles;
        this.hours = hours;
        this.valuations = valuations;
        this.clock = clock;
    }

    /** A circle as a steward registers it. */
    @Schema(name = "NewCircle")
    record Registered(@Nullable String name, @Nullable List<String> needs) {}

    /** A circle as everybody reads of it. */
    @Schema(name = "CircleOfThePlace")
    record Shown(
            String circle,
            String name,
            List<String> needs,
            PublishedCount members,
            PublishedCount helpers,
            List<String> skills) {}

    /** What somebody says that an hour is worth. */
    @Schema(name = "HourValuation")
    record Worth(
            @Nullable String name,
            @Nullable String source,
            @Nullable BigDecimal anHour,
            @Nullable String priceYear) {}

    @GetMapping
    @Operation(
            summary = "The circles of the place, how many are in them, and what they help with",
            description = "With disclosure control. Needs no token.")
    Mono<Page<Shown>> all() {
        return CircleWords.blocking(circles::all).map(CircleEndpoints::published);
    }

    @PutMapping("/{agency}")
    @Operation(
            summary = "Register the circle that an agency runs",
            description = "`needs` says without which checks nobody is introduced as a helper: at least one of"
                    + " `identity`, `references`, `dbs`.")
    Mono<Circle> set(@PathVariable("agency") String agency, @RequestBody Registered body, Caller caller) {
        caller.requireAny(Role.STEWARD);
        Circle circle = new Circle(
                CircleWords.agency(agency).value(),
                CircleWords.words("name", body.name(), LONGEST),
                CircleWords.needs(body.needs()));
        return CircleWords.blocking(() -> {
            circles.set(circle, caller.name());
            return circle;
        });
    }

    @GetMapping("/resources")
    @Operation(
            summary = "Hours that the community gave in a year, to stand beside the place's pounds",
            description =
                    "With disclosure control; needs no token. Hours become pounds only where `valuation` names who"
                            + " says what one is worth. `Accept: text/csv` gives the circles.")
    Mono<ResponseEntity<Object>> resources(
            @RequestParam(name = "year") String year,
            @RequestParam(name = "valuation", required = false) @Nullable String valuation,
            ServerHttpRequest request) {
        FinancialYear asked = YearAsked.read(year);
        return CircleWords.blocking(() -> CommunityAnswer.of(
                        asked, clock.instant(), hours.between(asked.firstDay(), asked.lastDay()), named(valuation)))
                .map(answer -> Csv.answer(request, () -> csv(answer), answer));
    }

    private @Nullable Valuation named(@Nullable String valuation) throws Exception {
        return valuation == null || valuation.isBlank()
                ? null
                : valuations
                        .find(valuation)
                        .orElseThrow(() -> Problem.badInput(
                                "valuation",
                                "no-such-valuation",
                                "GET /api/v1/circles/valuations lists what hours can be valued by."));
    }

    @GetMapping("/valuations")
    @Operation(summary = "What others say an hour given is worth, with their sources", description = "Needs no token.")
    Mono<Page<CommunityAnswer.Valued>> valued() {
        return CircleWords.blocking(() ->
                Page.whole(valuations.all().stream().map(CircleEndpoints::shown).toList()));
    }

    @PutMapping("/valuations/{code}")
    @Operation(summary = "Write down what somebody says an hour given is worth, with the source")
    Mono<CommunityAnswer.Valued> value(@PathVariable("code") String code, @RequestBody Worth body, Caller caller) {
        caller.requireAny(Role.STEWARD);
        if (!CODE.matcher(code).matches()) {
            throw Problem.badInput("code", "invalid-value", "code is 1 to 40 lower-case letters, digits and hyphens.");
        }
        Valuation valuation = new Valuation(
                code,
                CircleWords.words("name", body.name(), LONGEST),
                CircleWords.words("source", body.source(), LONGEST),
                anHour(body.anHour()),
                YearAsked.read(Objects.requireNonNullElse(body.priceYear(), "")));
        return CircleWords.blocking(() -> {
            valuations.set(valuation, caller.name());
            return shown(valuation);
        });
    }

    private static Pence anHour(@Nullable BigDecimal pounds) {
        try {
            Pence anHour = Pence.ofPounds(Objects.requireNonNullElse(pounds, BigDecimal.ZERO));
            if (anHour.value() > 0) {
                return anHour;
            }
        } catch (ArithmeticException notPence) {
            // Told below, like an hour that is worth nothing.
        }
        throw Problem.badInput("anHour", "constraint-error", "anHour is pounds above 0, to the penny.");
    }

    private static CommunityAnswer.Valued shown(Valuation valuation) {
        return new CommunityAnswer.Valued(
                valuation.code(),
                valuation.name(),
                valuation.source(),
                valuation.year().label(),
                valuation.anHour().pounds(),
                null);
    }

    private static Page<Shown> published(List<Circles.Counted> counted) {
        PublishedTable table = PublishedTable.of(counted.stream()
                .map(one -> new long[] {one.helpers(), one.others()})
                .toArray(long[][]::new));
        List<Shown> shown = new ArrayList<>();
        for (int row = 0; row < counted.size(); row++) {
            Circle circle = counted.get(row).circle();
            shown.add(new Shown(
                    circle.agency(),
                    circle.name(),
                    circle.needs(),
                    table.rowTotal(row),
                    table.cell(row, 0),
                    CircleWords.SKILLS));
        }
        return Page.whole(shown);
    }

    private static String csv(CommunityAnswer answer) {
        StringBuilder csv = new StringBuilder(Csv.line(CommunityAnswer.COLUMNS));
        answer.rows().forEach(row -> csv.append(Csv.line(row)));
        return csv.toString();
    }
}
