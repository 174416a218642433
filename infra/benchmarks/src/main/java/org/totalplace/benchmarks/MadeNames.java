package org.totalplace.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Common given names with their short forms, and made-up family names and places. */
final class MadeNames {

    /** A name, then forms of it; commonest first. */
    private static final String[][] WOMEN = {
        {"Margaret", "Maggie", "Peggy"},
        {"Susan", "Sue"},
        {"Elizabeth", "Liz", "Beth"},
        {"Patricia", "Pat", "Trish"},
        {"Catherine", "Kate", "Cathy"},
        {"Sarah", "Sally"},
        {"Jennifer", "Jenny", "Jen"},
        {"Christine", "Chris"},
        {"Deborah", "Debbie"},
        {"Jacqueline", "Jackie"},
        {"Rebecca", "Becky"},
        {"Victoria", "Vicky"},
        {"Alison"},
        {"Joanne", "Jo"},
        {"Emma"},
        {"Helen"},
        {"Fatima"},
        {"Aisha"},
        {"Priya"},
        {"Olivia", "Liv"},
        {"Amelia", "Millie"},
        {"Isabella", "Bella"},
        {"Charlotte", "Lottie"},
        {"Grace"},
        {"Hannah"},
        {"Lucy"},
        {"Megan", "Meg"},
        {"Zainab"},
        {"Agnieszka"},
        {"Ffion"},
        {"Siobhan"},
        {"Theresa", "Terri"},
        {"Dorothy", "Dot"},
        {"Edith", "Edie"},
        {"Ruth"},
        {"Yvonne"},
        {"Gillian", "Gill"},
        {"Philippa", "Pippa"},
        {"Marjorie"},
        {"Winifred", "Winnie"}
    };

    private static final String[][] MEN = {
        {"David", "Dave"},
        {"John", "Jack"},
        {"Michael", "Mick", "Mike"},
        {"James", "Jim", "Jamie"},
        {"Robert", "Bob", "Rob"},
        {"William", "Bill", "Will"},
        {"Thomas", "Tom"},
        {"Richard", "Dick", "Rick"},
        {"Christopher", "Chris"},
        {"Daniel", "Dan"},
        {"Matthew", "Matt"},
        {"Andrew", "Andy"},
        {"Anthony", "Tony"},
        {"Stephen", "Steve"},
        {"Edward", "Ted", "Eddie"},
        {"Joseph", "Joe"},
        {"Charles", "Charlie"},
        {"Muhammad"},
        {"Ali"},
        {"Imran"},
        {"Rajesh", "Raj"},
        {"Oliver", "Ollie"},
        {"Harry"},
        {"George"},
        {"Albert", "Bert"},
        {"Frederick", "Fred"},
        {"Kenneth", "Ken"},
        {"Ronald", "Ron"},
        {"Gareth", "Gaz"},
        {"Rhys"},
        {"Ian"},
        {"Keith"},
        {"Nigel"},
        {"Patrick", "Paddy"},
        {"Samuel", "Sam"},
        {"Benjamin", "Ben"},
        {"Tomasz"},
        {"Kwame"},
        {"Leonard", "Len"},
        {"Reginald", "Reg"}
    };
    private static final String[] STARTS = {
        "Bar", "Ben", "Cal", "Car", "Dal", "Den", "Elm", "Far", "Gar", "Hal", "Har", "Hol", "Kel", "Lan", "Mar", "Mil",
        "Nor", "Old", "Pen", "Ra", "Ro", "San", "Shel", "Stan", "Thor", "Tre", "Wal", "Wes", "Whit", "Win"
    };
    private static final String[] MIDDLES = {"a", "er", "ing", "en", "el", "in", "o", "is", "or", "am"};
    private static final String[] ENDS = {
        "ton", "ley", "ford", "by", "man", "son", "well", "wick", "ham", "field", "worth", "den", "low", "gate", "ridge"
    };

    private MadeNames() {}

    static String given(SplittableRandom random, boolean woman) {
        String[][] names = woman ? WOMEN : MEN;
        return names[(int) (names.length * random.nextDouble() * Math.sqrt(random.nextDouble()))][0];
    }

    /** A short form of a given name, or the name when it has none. */
    static String shortForm(SplittableRandom random, String given) {
        for (String[][] names : List.of(WOMEN, MEN)) {
            for (String[] forms : names) {
                if (forms[0].equals(given) && forms.length > 1) {
                    return forms[1 + random.nextInt(forms.length - 1)];
                }
            }
        }
        return given;
    }

    /** So many different names of so few to so many syllables. */
    static List<String> several(SplittableRandom random, int count, int shortest, int longest) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            StringBuilder name = new StringBuilder(STARTS[random.nextInt(STARTS.length)]);
            int middles = shortest + random.nextInt(longest - shortest + 1) - 1;
            for (int m = 0; m < middles; m++) {
                name.append(MIDDLES[random.nextInt(MIDDLES.length)]);
            }
            names.add(name.append(ENDS[random.nextInt(ENDS.length)]).toString());
        }
        return new ArrayList<>(names);
    }
}
