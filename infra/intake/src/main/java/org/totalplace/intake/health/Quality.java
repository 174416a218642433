package org.totalplace.intake.health;

import java.util.List;

/**
 * How good a delivery was: the mean of its parts by their weights, to the nearest whole number. A part that says
 * nothing of the delivery (money, of records without money) is left out, and the others weigh more.
 *
 * @param score 0 to 100
 */
public record Quality(int score, List<Part> parts) {

    public Quality {
        parts = List.copyOf(parts);
    }

    /**
     * One reason.
     *
     * @param name {@code rows}, {@code timeliness}, {@code columns}, {@code control-totals} or {@code payees}
     * @param score 0 to 100
     * @param weight above zero
     * @param why in words for the data officer
     */
    public record Part(String name, int score, int weight, String why) {

        public Part {
            if (score < 0 || score > 100 || weight <= 0) {
                throw new IllegalArgumentException("No such part of a quality: " + score + " by " + weight);
            }
        }
    }

    /** @param parts at least one */
    public static Quality of(List<Part> parts) {
        int weights = parts.stream().mapToInt(Part::weight).sum();
        int sum = parts.stream().mapToInt(part -> part.score() * part.weight()).sum();
        return new Quality((2 * sum + weights) / (2 * weights), parts);
    }
}
