package org.totalplace.outcomes.proposal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.proposal.Proposal.Value;
import org.totalplace.outcomes.voice.VoiceWords;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/** A proposal as it is sent, unchecked: shares from 0 to 1 with at most four decimals, pounds to the penny. */
@Schema(name = "ProposalToSet")
record ProposalAsked(
        @Nullable String title,
        @Nullable String group,
        @Nullable String firstYear,
        @Nullable Integer years,
        @Nullable List<Cost> costs,
        @Nullable List<Benefit> benefits,
        @Nullable List<Line> bottomLine) {

    private static final int DECIMALS = 4;
    private static final BigDecimal MOST_POUNDS = BigDecimal.valueOf(1_000_000_000_000L);

    /**
     * @param year of the plan, from 0
     * @param correction by which the amount is raised for optimism; none if left out
     */
    @Schema(name = "ProposalCostToSet")
    record Cost(
            @Nullable String agency,
            @Nullable Integer year,
            @Nullable BigDecimal amount,
            @Nullable String source,
            @Nullable Integer grade,
            @Nullable BigDecimal correction) {}

    /** An agency's part of a benefit. */
    @Schema(name = "ProposalGainToSet")
    record Gain(
            @Nullable String agency,
            @Nullable BigDecimal share,
            @Nullable BigDecimal cashable) {}

    /** What is saved, or worth. */
    @Schema(name = "ProposalBenefitToSet")
    record Benefit(
            @Nullable String what,
            @Nullable String value,
            @Nullable Long people,
            @Nullable BigDecimal engagement,
            @Nullable BigDecimal impact,
            @Nullable BigDecimal deadweight,
            @Nullable BigDecimal unit,
            @Nullable String source,
            @Nullable Integer grade,
            @Nullable BigDecimal correction,
            @Nullable Integer lag,
            @Nullable Integer duration,
            @Nullable List<Gain> gains) {}

    /** What else is better or worse. */
    @Schema(name = "ProposalBottomLineToSet")
    record Line(
            @Nullable String domain,
            @Nullable String what,
            @Nullable String amount,
            @Nullable String source,
            @Nullable Integer grade,
            @Nullable String measure) {}

    /** @throws Problem 400 for what cannot be one */
    Proposal checked() {
        try {
            Proposal proposal = new Proposal(
                    words("title", title),
                    words("group", group),
                    FinancialYear.parse(Objects.requireNonNullElse(firstYear, ""))
                            .start(),
                    Objects.requireNonNullElse(years, 0),
                    given("costs", costs).stream().map(ProposalAsked::cost).toList(),
                    given("benefits", benefits).stream()
                            .map(ProposalAsked::benefit)
                            .toList(),
                    given("bottomLine", bottomLine).stream()
                            .map(ProposalAsked::line)
                            .toList());
            canBeTold(proposal);
            return proposal;
        } catch (IllegalArgumentException wrong) {
            throw Problem.badInput("proposal", "constraint-error", wrong.getMessage() + ".");
        }
    }

    /** What nobody could read afterwards is not kept. */
    private static void canBeTold(Proposal proposal) {
        try {
            ProposalAnswer.of(new ProposalAnswer.Version("", 1, proposal, ""), List.of(), Instant.EPOCH);
        } catch (ArithmeticException large) {
            throw Problem.badInput("proposal", "constraint-error", "Its amounts are too large to reckon with.");
        }
    }

    private static Proposal.Cost cost(Cost cost) {
        return new Proposal.Cost(
                words("costs.agency", cost.agency()),
                Objects.requireNonNullElse(cost.year(), -1),
                pounds("costs.amount", cost.amount()),
                words("costs.source", cost.source()),
                Objects.requireNonNullElse(cost.grade(), 0),
                share("costs.correction", Objects.requireNonNullElse(cost.correction(), BigDecimal.ZERO)));
    }

    private static Proposal.Benefit benefit(Benefit benefit) {
        return new Proposal.Benefit(
                words("benefits.what", benefit.what()),
                value(benefit.value()),
                Objects.requireNonNullElse(benefit.people(), -1L),
                share("benefits.engagement", benefit.engagement()),
                share("benefits.impact", benefit.impact()),
                share("benefits.deadweight", benefit.deadweight()),
                pounds("benefits.unit", benefit.unit()),
                words("benefits.source", benefit.source()),
                Objects.requireNonNullElse(benefit.grade(), 0),
                share("benefits.correction", benefit.correction()),
                Objects.requireNonNullElse(benefit.lag(), 0),
                Objects.requireNonNullElse(benefit.duration(), 0),
                given("benefits.gains", benefit.gains()).stream()
                        .map(gain -> new Proposal.Gain(
                                words("benefits.gains.agency", gain.agency()),
                                share("benefits.gains.share", gain.share()),
                                share("benefits.gains.cashable", gain.cashable())))
                        .toList());
    }

    private static Proposal.Line line(Line line) {
        return new Proposal.Line(
                words("bottomLine.domain", line.domain()),
                words("bottomLine.what", line.what()),
                words("bottomLine.amount", line.amount()),
                words("bottomLine.source", line.source()),
                Objects.requireNonNullElse(line.grade(), 0),
                VoiceWords.code("bottomLine.measure", line.measure()));
    }

    private static Value value(@Nullable String code) {
        for (Value value : Value.values()) {
            if (value.code().equals(code)) {
                return value;
            }
        }
        throw Problem.badInput("benefits.value", "invalid-value", "value is fiscal, economic or social.");
    }

    /** Of ten thousand; finer is refused, not rounded. */
    static int share(String path, @Nullable BigDecimal share) {
        if (share == null) {
            throw Problem.badInput(path, "required-value", "'" + path + "' is a share from 0 to 1.");
        }
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw Problem.badInput(path, "constraint-error", "'" + path + "' is a share from 0 to 1.");
        }
        if (share.stripTrailingZeros().scale() > DECIMALS) {
            throw Problem.badInput(path, "constraint-error", "'" + path + "' has at most four decimals.");
        }
        return share.movePointRight(DECIMALS).intValueExact();
    }

    static Pence pounds(String path, @Nullable BigDecimal pounds) {
        if (pounds == null) {
            throw Problem.badInput(path, "required-value", "'" + path + "' is an amount in pounds.");
        }
        if (pounds.abs().compareTo(MOST_POUNDS) > 0) {
            throw Problem.badInput(path, "constraint-error", "'" + path + "' is at most " + MOST_POUNDS + " pounds.");
        }
        if (pounds.stripTrailingZeros().scale() > 2) {
            throw Problem.badInput(path, "constraint-error", "'" + path + "' is pounds to the penny.");
        }
        return Pence.ofPounds(pounds);
    }

    static String words(String path, @Nullable String given) {
        return VoiceWords.own(path, given, VoiceWords.SHORT);
    }

    private static <T> List<T> given(String path, @Nullable List<T> given) {
        if (given == null) {
            return List.of();
        }
        if (given.stream().anyMatch(Objects::isNull)) {
            throw Problem.badInput(path, "required-value", "'" + path + "' has a row with nothing in it.");
        }
        return given;
    }
}
