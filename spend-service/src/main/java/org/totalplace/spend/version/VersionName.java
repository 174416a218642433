package org.totalplace.spend.version;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a version is asked by: {@code r} and the number of a revision, or a steward's word. */
record VersionName(String text) {

    static final String EXPECTED = "A version is r and a number, such as r128, or a name of 1 to 40 lower-case letters,"
            + " digits, dots and hyphens";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");
    private static final Pattern OF_REVISION = Pattern.compile("r(\\d{1,9})");

    VersionName {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(EXPECTED + ", not '" + text + "'");
        }
    }

    static VersionName ofRevision(int revision) {
        return new VersionName("r" + revision);
    }

    /** The revision that it says itself; empty for a steward's word. */
    OptionalInt revision() {
        Matcher matcher = OF_REVISION.matcher(text);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
