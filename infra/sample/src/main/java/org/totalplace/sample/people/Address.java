package org.totalplace.sample.people;

/**
 * A fictional dwelling.
 *
 * @param uprn unique property reference number, twelve digits
 */
public record Address(String line, String town, String postcode, String uprn) {

    @Override
    public String toString() {
        return line + ", " + town;
    }
}
