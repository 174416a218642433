package org.totalplace.sample.people;

import org.totalplace.sample.place.Draw;

/** Slips of the fingers. */
final class Typing {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Typing() {}

    /** One letter left out, doubled, exchanged with the next, or another in its place; never the first letter. */
    static String slip(String word, Draw draw) {
        if (word.length() < 3) {
            return word;
        }
        int at = draw.between(1, word.length() - 2);
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        return switch (draw.below(4)) {
            case 0 -> before + after;
            case 1 -> before + word.charAt(at) + word.charAt(at) + after;
            case 2 -> before + after.charAt(0) + word.charAt(at) + after.substring(1);
            default -> before + LETTERS.charAt(draw.below(LETTERS.length())) + after;
        };
    }

    /** Two neighbouring digits exchanged: the check digit then tells, unless they were the same. */
    static String swapDigits(String digits, Draw draw) {
        int at = draw.between(2, digits.length() - 3);
        return digits.substring(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.substring(at + 2);
    }
}
