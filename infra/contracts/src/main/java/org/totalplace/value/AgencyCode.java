package org.totalplace.value;

import java.util.regex.Pattern;

/**
 * The partnership's short name for an agency, for example {@code nhs-trust}.
 *
 * @param value 1 to 40 lower-case letters, digits and hyphens, starting with a letter or digit
 */
public record AgencyCode(String value) implements Comparable<AgencyCode> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public AgencyCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "An agency code is 1 to 40 lower-case letters, digits and hyphens, not '" + value + "'");
        }
    }

    @Override
    public int compareTo(AgencyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
