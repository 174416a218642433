package org.totalplace.linkage.model;

/**
 * How often a level occurs, 0 to 1, when neither value is missing.
 *
 * @param m among pairs of records of one person
 * @param u among pairs of records of two strangers
 * @param household among pairs of records of two people of one household: siblings, parents, couples
 * @param twin among pairs of records of two people born together
 */
public record LevelProbabilities(double m, double u, double household, double twin) {

    public LevelProbabilities {
        check("m", m);
        check("u", u);
        check("household", household);
        check("twin", twin);
    }

    private static void check(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(
                    name + " is a probability above 0 and below 1, got " + value + ". Correct the model.");
        }
    }
}
