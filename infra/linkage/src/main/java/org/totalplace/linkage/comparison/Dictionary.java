package org.totalplace.linkage.comparison;

import java.util.ArrayList;
import java.util.List;

/** Gives every distinct text a number from 1; 0 stands for a missing one. An open-addressed table of numbers. */
final class Dictionary {

    private static final int SPREAD = 0x9E3779B9;

    private final List<String> texts = new ArrayList<>(List.of(""));
    private int[] numbers = new int[1 << 8];

    int number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int at = place(text);
        if (numbers[at] == 0) {
            numbers[at] = texts.size();
            texts.add(text);
            if (texts.size() > numbers.length / 2) {
                grow();
            }
            return texts.size() - 1;
        }
        return numbers[at];
    }

    String text(int number) {
        return texts.get(number);
    }

    /** One more than the largest number given. */
    int size() {
        return texts.size();
    }

    private int place(String text) {
        int mask = numbers.length - 1;
        int at = text.hashCode() * SPREAD >>> Integer.numberOfLeadingZeros(mask);
        while (numbers[at] != 0 && !texts.get(numbers[at]).equals(text)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        numbers = new int[numbers.length * 2];
        for (int number = 1; number < texts.size(); number++) {
            numbers[place(texts.get(number))] = number;
        }
    }
}
