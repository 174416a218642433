package org.totalplace.linkage.model;

import static org.totalplace.linkage.model.ComparisonLevel.CLOSE;
import static org.totalplace.linkage.model.ComparisonLevel.DAY_MONTH_SWAPPED;
import static org.totalplace.linkage.model.ComparisonLevel.DIFFERENT;
import static org.totalplace.linkage.model.ComparisonLevel.EXACT;
import static org.totalplace.linkage.model.ComparisonLevel.MISSING;
import static org.totalplace.linkage.model.ComparisonLevel.NICKNAME;
import static org.totalplace.linkage.model.ComparisonLevel.ONE_EDIT;
import static org.totalplace.linkage.model.ComparisonLevel.OUTWARD;
import static org.totalplace.linkage.model.ComparisonLevel.PART;
import static org.totalplace.linkage.model.ComparisonLevel.SAME_YEAR;
import static org.totalplace.linkage.model.ComparisonLevel.SECTOR;
import static org.totalplace.linkage.model.ComparisonLevel.SIMILAR;
import static org.totalplace.linkage.model.ComparisonLevel.SWAPPED;
import static org.totalplace.linkage.model.ComparisonLevel.TWO_PARTS;

import java.util.List;

/** What is compared, and the levels that a comparison of it can have, from most to least alike. */
public enum Field {
    GIVEN_NAME(EXACT, NICKNAME, CLOSE, SIMILAR, PART, SWAPPED, DIFFERENT),
    FAMILY_NAME(EXACT, CLOSE, SIMILAR, PART, SWAPPED, DIFFERENT),
    DATE_OF_BIRTH(EXACT, DAY_MONTH_SWAPPED, ONE_EDIT, TWO_PARTS, SAME_YEAR, DIFFERENT),
    SEX(EXACT, DIFFERENT),
    POSTCODE(EXACT, ONE_EDIT, SECTOR, OUTWARD, DIFFERENT),
    ADDRESS(EXACT, CLOSE, SIMILAR, PART, DIFFERENT),
    NHS_NUMBER(EXACT, DIFFERENT),
    UPRN(EXACT, DIFFERENT),
    EMAIL(EXACT, CLOSE, DIFFERENT),
    PHONE(EXACT, ONE_EDIT, DIFFERENT),
    IDENTIFIER(EXACT, ONE_EDIT, DIFFERENT),
    TOWN(EXACT, CLOSE, DIFFERENT),
    DETAIL(EXACT, CLOSE, DIFFERENT),
    OTHER_DETAIL(EXACT, CLOSE, DIFFERENT);

    private final List<ComparisonLevel> levels;

    Field(ComparisonLevel... levels) {
        this.levels = List.of(levels);
    }

    /** Whether models of the first release lack it. */
    boolean isLater() {
        return compareTo(UPRN) > 0;
    }

    /** The levels without {@link ComparisonLevel#MISSING}. */
    public List<ComparisonLevel> levels() {
        return levels;
    }

    /** 0 for missing, otherwise one more than the level's place in {@link #levels()}. */
    public int code(ComparisonLevel level) {
        if (level == MISSING) {
            return 0;
        }
        int place = levels.indexOf(level);
        if (place < 0) {
            throw new IllegalArgumentException("Field " + this + " has the levels " + levels + ", not " + level + ".");
        }
        return place + 1;
    }

    /** The reverse of {@link #code}. */
    public ComparisonLevel level(int code) {
        return code == 0 ? MISSING : levels.get(code - 1);
    }
}
