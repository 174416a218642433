package org.totalplace.spend.function;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of service lines say of them while they arrive: their money, without its sign, by their categories, or
 * by purposes where categories are mere numbers.
 *
 * <p>The largest of each service line are kept by name. All others, and lines without either, count together under the
 * empty word. Exact as long as no more different words arrive than are kept meanwhile.
 */
final class ServiceWords {

    /** Of one service line in the end. */
    static final int LARGEST = 40;

    /** Of all service lines together, while they arrive; twice as many where one of each leaves little room. */
    static final int KEPT = 100_000;

    private static final String OTHER = "";

    /** So many letters on end make a word. */
    private static final int LETTERS = 3;

    private static final Comparator<Map.Entry<String, Long>> LARGEST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final Map<Integer, Map<String, Long>> services = new HashMap<>();
    private int words;
    private int kept = KEPT;

    /** From here on the lines of this service line are listened to. */
    void listenTo(int service) {
        services.putIfAbsent(service, new HashMap<>());
    }

    /**
     * One line, which is passed over unless its service line is listened to.
     *
     * @param pence with either sign
     */
    void add(int service, @Nullable String category, @Nullable String purpose, long pence) {
        Map<String, Long> said = services.get(service);
        if (said == null) {
            return;
        }
        String word = isWord(category) ? category : purpose == null ? OTHER : purpose;
        int before = said.size();
        said.merge(word, Math.absExact(pence), Math::addExact);
        words += said.size() - before;
        if (words > kept) {
            makeRoom();
        }
    }

    /** The money of each category or purpose of a service line; empty if it was not listened to. */
    Map<String, Long> of(int service) {
        return largest(services.getOrDefault(service, Map.of()), LARGEST);
    }

    /** Where little room is left, more is given: looking through them all after every few lines would never end. */
    private void makeRoom() {
        for (int each = LARGEST; words > kept / 2 && each > 0; each /= 2) {
            keepLargest(each);
        }
        kept = words > kept / 2 ? 2 * kept : kept;
    }

    private void keepLargest(int each) {
        services.replaceAll((service, said) -> largest(said, each));
        words = services.values().stream().mapToInt(Map::size).sum();
    }

    private static Map<String, Long> largest(Map<String, Long> said, int kept) {
        List<Map.Entry<String, Long>> ordered =
                said.entrySet().stream().sorted(LARGEST_FIRST).toList();
        Map<String, Long> largest = new HashMap<>();
        for (int place = 0; place < ordered.size(); place++) {
            Map.Entry<String, Long> entry = ordered.get(place);
            largest.merge(place < kept ? entry.getKey() : OTHER, entry.getValue(), Math::addExact);
        }
        return largest;
    }

    private static boolean isWord(@Nullable String category) {
        if (category == null) {
            return false;
        }
        int letters = 0;
        for (int at = 0; at < category.length(); at++) {
            letters = Character.isLetter(category.charAt(at)) ? letters + 1 : 0;
            if (letters == LETTERS) {
                return true;
            }
        }
        return false;
    }
}
