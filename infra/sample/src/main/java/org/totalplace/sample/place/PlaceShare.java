package org.totalplace.sample.place;

/**
 * Which part of a wider body's money belongs to the place: {@code place / body}.
 *
 * @param driver the series that the share follows
 * @param year   the financial year of both values, as {@code 2024-25}
 * @param place  the driver's value in the place
 * @param body   its value in the whole area that the body serves
 */
public record PlaceShare(String driver, String source, String year, long place, long body) {

    public PlaceShare {
        if (place <= 0 || place > body) {
            throw new IllegalArgumentException("The place's " + place + " is no part of " + body);
        }
    }
}
