package org.totalplace.journey.community.listing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the district, which is the first half, of postcodes of the United Kingdom. */
public final class UkPostcode {

    private static final Pattern WRITTEN = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)(?:\\s*[0-9](?:[A-Z]{2})?)?");

    private UkPostcode() {}

    /** Of a whole postcode, a sector or a district alone; empty if it is none. */
    public static Optional<String> districtOf(String postcode) {
        Matcher matcher = WRITTEN.matcher(postcode.strip().toUpperCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
