package org.totalplace.linkage.cleaning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which given names one person may go by: the table {@code nicknames.csv}. */
public final class Nicknames {

    private static final int[] NONE = {};
    private static final Map<String, int[]> GROUPS = read();

    private Nicknames() {}

    /** The groups that a plain name stands in, ascending. Two names of one group are forms of one name. */
    public static int[] groups(String name) {
        return GROUPS.getOrDefault(name, NONE);
    }

    private static Map<String, int[]> read() {
        Map<String, int[]> groups = new HashMap<>();
        List<List<String>> rows = Tables.rows("nicknames.csv");
        for (int group = 0; group < rows.size(); group++) {
            for (String name : rows.get(group)) {
                int[] before = groups.getOrDefault(name, NONE);
                int[] after = Arrays.copyOf(before, before.length + 1);
                after[before.length] = group;
                groups.put(name, after);
            }
        }
        return groups;
    }
}
