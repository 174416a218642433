package org.totalplace.acceptance;

/** Names of made persons. */
final class MadeName {

    private MadeName() {}

    /** A name that no other number has. */
    static String of(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number + 700; rest > 0; rest /= 20) {
            name.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
        }
        return name.toString();
    }
}
