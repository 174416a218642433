package org.totalplace.linkage.model;

/** How alike two values of a field are. Which levels a field knows, and in which order, is told by {@link Field}. */
public enum ComparisonLevel {
    MISSING("one of the two is missing"),
    EXACT("the same"),
    NICKNAME("forms of one name"),
    DAY_MONTH_SWAPPED("day and month swapped"),
    ONE_EDIT("one character differs"),
    CLOSE("nearly the same"),
    SIMILAR("similar"),
    PART("one is part of the other"),
    SWAPPED("given and family name swapped"),
    TWO_PARTS("two of day, month and year agree"),
    SAME_YEAR("the year agrees"),
    SECTOR("the same postcode sector"),
    OUTWARD("the same postcode district"),
    DIFFERENT("different");

    private final String words;

    ComparisonLevel(String words) {
        this.words = words;
    }

    /** What the level means, for people who read an explanation. */
    public String words() {
        return words;
    }
}
