package org.totalplace.linkage.cleaning;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Printed values that stand for "not known". */
final class Sentinels {

    private static final Set<String> ALL = read();

    /** The kinds of value that the table {@code sentinels.csv} tells apart. */
    enum Kind {
        NAME,
        POSTCODE,
        ADDRESS,
        BIRTH,
        NHS
    }

    private Sentinels() {}

    static boolean contains(Kind kind, String plain) {
        return ALL.contains("any," + plain) || ALL.contains(kind.name().toLowerCase(Locale.ROOT) + "," + plain);
    }

    private static Set<String> read() {
        Set<String> all = new HashSet<>();
        Tables.rows("sentinels.csv").forEach(row -> all.add(row.get(0) + "," + row.get(1)));
        return all;
    }
}
