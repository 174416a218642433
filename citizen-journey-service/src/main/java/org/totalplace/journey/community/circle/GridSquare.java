package org.totalplace.journey.community.circle;

/**
 * A square kilometre of the National Grid, which reaches 700 km to the east and 1300 km to the north.
 *
 * @param east whole kilometres
 * @param north whole kilometres
 */
record GridSquare(int east, int north) {

    private static final int EASTMOST = 699;
    private static final int NORTHMOST = 1299;

    GridSquare {
        if (east < 0 || east > EASTMOST || north < 0 || north > NORTHMOST) {
            throw new IllegalArgumentException("A square lies 0 to " + EASTMOST + " km east and 0 to " + NORTHMOST
                    + " km north, not " + east + ", " + north);
        }
    }

    /** From centre to centre as the crow flies, to the nearest whole kilometre. */
    int kilometresTo(GridSquare other) {
        return (int) Math.round(Math.hypot(east - other.east, north - other.north));
    }
}
