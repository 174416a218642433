package org.totalplace.linkage.comparison;

/** Whether one typing slip turns one text into another. */
final class Edits {

    private Edits() {}

    /** One character inserted, left out or replaced, or two neighbours exchanged (Damerau, 1964). */
    static boolean one(String a, String b) {
        int start = 0;
        int endA = a.length();
        int endB = b.length();
        if (Math.abs(endA - endB) > 1) {
            return false;
        }
        while (start < endA && start < endB && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int restA = endA - start;
        int restB = endB - start;
        if (restA <= 1 && restB <= 1) {
            return restA + restB > 0;
        }
        return restA == 2
                && restB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
    }
}
