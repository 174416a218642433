package org.totalplace.outcomes.voice;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.words.PublicWords;
import org.totalplace.starter.words.Telling;

/** Reads what is written: suggesters' words as they are, and words for everybody, in which nobody may be named. */
public final class VoiceWords {

    public static final int LONGEST = 4_000;
    public static final int SHORT = 200;

    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9][\\w./-]{0,59}");

    private VoiceWords() {}

    /** @throws Problem 400 where there are none, or too many */
    public static String own(String path, @Nullable String given, int longest) {
        return PublicWords.own(path, given, longest);
    }

    /**
     * Words that everybody reads.
     *
     * @param namesNobody that somebody looked, and that capitals in them name nobody
     * @throws Problem 400 where they seem to tell who somebody is
     */
    public static String forAll(String path, @Nullable String given, int longest, boolean namesNobody) {
        return PublicWords.forAll(path, given, longest, namesNobody);
    }

    /** What suggesters' words seem to tell, for themselves: sentences without the thing itself. */
    static List<String> notes(String words) {
        return Telling.in(words).stream()
                .map(telling -> telling.kind().described())
                .distinct()
                .map(what -> "Your words seem to hold " + what
                        + ". A moderator reads them first, and shows others what tells of nobody.")
                .toList();
    }

    /** A code of a service line or a map; null where none is given. */
    public static @Nullable String code(String path, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (!CODE.matcher(given.strip()).matches()) {
            throw Problem.badInput(path, "invalid-value", "'" + path + "' is a code of letters, digits and hyphens.");
        }
        return given.strip();
    }
}
