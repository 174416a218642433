package org.totalplace.starter.words;

import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/** Reads words that are sent: as they are, or as everybody may read them, in which nobody may be named. */
public final class PublicWords {

    private PublicWords() {}

    /** @throws Problem 400 where there are none, or too many */
    public static String own(String path, @Nullable String given, int longest) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw Problem.badInput(path, "required-value", "'" + path + "' has 1 to " + longest + " characters.");
        }
        return text;
    }

    /**
     * Words that everybody reads.
     *
     * @param namesNobody that somebody looked, and that capitals in them name nobody
     * @throws Problem 400 where they seem to tell who somebody is
     */
    public static String forAll(String path, @Nullable String given, int longest, boolean namesNobody) {
        String text = own(path, given, longest);
        for (Telling telling : Telling.in(text)) {
            if (telling.kind().isCertain()) {
                throw Problem.badInput(
                        path,
                        "names-somebody",
                        "'" + path + "' holds " + telling.kind().described()
                                + ", and everybody reads it: take it out.");
            }
            if (!namesNobody) {
                throw Problem.badInput(
                        path,
                        "may-name-somebody",
                        "'" + telling.text() + "' may be somebody's name, and everybody reads '" + path
                                + "': take it out, or send namesNobody: true if it names a place or a body.");
            }
        }
        return text;
    }
}
