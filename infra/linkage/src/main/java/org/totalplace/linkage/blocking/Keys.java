package org.totalplace.linkage.blocking;

import java.util.Arrays;
import java.util.List;
import org.totalplace.linkage.cleaning.Contacts;
import org.totalplace.linkage.comparison.Columns;
import org.totalplace.linkage.comparison.Hash;
import org.totalplace.linkage.model.BlockingRule;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.work.InParallel;

/**
 * The key of every record under every rule, hashed; 0 when a part of the key is missing. Sixteen bits of each key stand
 * side by side in one row a record, so that most pairs are found to share none without looking at the keys themselves.
 */
final class Keys {

    private static final int START = 3;
    private static final int STRETCH = 4_096;

    /** Signatures in a long. */
    private static final int LANES = 4;

    private static final int LANE_BITS = 64 / LANES;
    private static final long BELOW_TOP = 0x7FFF_7FFF_7FFF_7FFFL;
    private static final long LANE = (1L << LANE_BITS) - 1;

    private final Columns columns;
    private final List<BlockingRule> rules;
    private final long kept;
    private final long[][] keys;
    private final int words;
    private long[] signatures;

    /** Only the bits of {@code kept} make a key. */
    Keys(Columns columns, List<BlockingRule> rules, long kept) {
        this.columns = columns;
        this.rules = rules;
        this.kept = kept;
        this.keys = new long[rules.size()][columns.size()];
        this.words = (rules.size() + LANES - 1) / LANES;
        this.signatures = new long[columns.size() * words];
        InParallel.stretches(columns.size(), STRETCH, (from, to) -> {
            for (int row = from; row < to; row++) {
                put(row);
            }
            return to;
        });
    }

    /** Makes room for the rows that the columns have by now. */
    void grow() {
        for (int rule = 0; rule < keys.length; rule++) {
            keys[rule] = Arrays.copyOf(keys[rule], columns.size());
        }
        signatures = Arrays.copyOf(signatures, columns.size() * words);
    }

    /** Takes the keys of a row from the columns, in place of those that it had. */
    void put(int row) {
        for (int rule = 0; rule < keys.length; rule++) {
            forget(rule, row);
            put(rule, row, key(rules.get(rule), row) & kept);
        }
    }

    private void put(int rule, int row, long key) {
        if (key != 0) {
            keys[rule][row] = key;
            long signature = Math.max(1, key >>> 64 - LANE_BITS);
            signatures[row * words + rule / LANES] |= signature << LANE_BITS * (rule % LANES);
        }
    }

    long key(int rule, int row) {
        return keys[rule][row];
    }

    /** Takes a record out of an oversize block. */
    void forget(int rule, int row) {
        keys[rule][row] = 0;
        signatures[row * words + rule / LANES] &= ~(LANE << LANE_BITS * (rule % LANES));
    }

    /** Whether a row has no key, or none any more. */
    boolean none(int row) {
        for (int word = 0; word < words; word++) {
            if (signatures[row * words + word] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a rule before this one proposes the pair as well. */
    boolean proposedBefore(int rule, int a, int b) {
        int full = rule / LANES;
        for (int word = 0; word < full; word++) {
            if (share(word, a, b, -1)) {
                return true;
            }
        }
        int left = rule % LANES;
        return left > 0 && share(full, a, b, (1L << LANE_BITS * left) - 1);
    }

    private boolean share(int word, int a, int b, long lanes) {
        long ofA = signatures[a * words + word] & lanes;
        long ofB = signatures[b * words + word];
        long same = empty((ofA ^ ofB) & lanes) & ~empty(ofA) & lanes;
        while (same != 0) {
            int rule = word * LANES + Long.numberOfTrailingZeros(same) / LANE_BITS;
            if (keys[rule][a] == keys[rule][b]) {
                return true;
            }
            same &= same - 1;
        }
        return false;
    }

    /** The top bit of every lane that is zero (Warren, "Hacker's Delight", 2nd edition, 6-1). */
    private static long empty(long lanes) {
        return ~((lanes & BELOW_TOP) + BELOW_TOP | lanes | BELOW_TOP);
    }

    private long key(BlockingRule rule, int row) {
        int given = columns.given(row);
        int family = columns.family(row);
        int birth = columns.birth(row);
        int postcode = columns.postcode(row);
        return switch (rule) {
            case NHS_NUMBER_SAME -> all(columns.nhsNumber(row), 1);
            case FAMILY_SOUND_AND_BIRTH_DATE -> all(sound(family), birth);
            case GIVEN_INITIAL_AND_BIRTH_DATE -> all(start(given, 1), birth);
            case BIRTH_DATE -> all(birth, 1);
            case NAMES_IN_EITHER_ORDER -> either(given, family);
            case NAME_SOUNDS_IN_EITHER_ORDER_AND_BIRTH_YEAR -> all(either(sound(given), sound(family)), birth / 10000);
            case NAME_STARTS -> all(start(given, START), start(family, START));
            case GIVEN_NAME_AND_BIRTH_DAY_AND_MONTH -> all(given, birth % 10000);
            case FAMILY_NAME_AND_BIRTH_YEAR_AND_MONTH -> all(family, birth / 100);
            case BIRTH_DAY_AND_MONTH_IN_EITHER_ORDER_AND_FAMILY_INITIAL -> all(swappable(birth), start(family, 1));
            case POSTCODE_AND_GIVEN_SOUND -> all(postcode, sound(given));
            case POSTCODE_AND_FAMILY_SOUND -> all(postcode, sound(family));
            case POSTCODE_AND_BIRTH_YEAR -> all(postcode, birth / 10000);
            case POSTCODE_SAME -> all(postcode, 1);
            case UPRN_AND_BIRTH_YEAR -> all(columns.uprn(row), birth / 10000);
            case ADDRESS_WORDS_IN_ANY_ORDER -> all(columns.addressWords(columns.address(row)), 1);
            case HOUSE_NUMBER_AND_STREET_START -> all(columns.addressStart(columns.address(row)), 1);
            default -> furtherKey(rule, row);
        };
    }

    private long furtherKey(BlockingRule rule, int row) {
        int given = columns.given(row);
        int family = columns.family(row);
        int birth = columns.birth(row);
        int town = columns.further(Field.TOWN, row);
        return switch (rule) {
            case IDENTIFIER_SAME -> all(columns.further(Field.IDENTIFIER, row), 1);
            case EMAIL_SAME -> all(columns.further(Field.EMAIL, row), 1);
            case EMAIL_NAME -> mailbox(columns.further(Field.EMAIL, row));
            case PHONE_SAME -> all(columns.further(Field.PHONE, row), 1);
            case TOWN_AND_GIVEN_AND_BIRTH_YEAR -> all(all(town, given), birth / 10000);
            case TOWN_AND_FAMILY_SOUND -> all(town, sound(family));
            case DETAIL_AND_FAMILY_SOUND -> all(columns.further(Field.DETAIL, row), sound(family));
            case DETAIL_AND_GIVEN_AND_TOWN -> all(all(columns.further(Field.DETAIL, row), given), town);
            case GIVEN_START_AND_BIRTH_YEAR_AND_MONTH -> all(start(given, START), birth / 100);
            case FAMILY_START_AND_BIRTH_DAY_AND_YEAR -> all(start(family, START), birth / 10000 * 100L + birth % 100);
            case NAME_ENDS -> all(end(given), end(family));
            case FAMILY_NAME_SAME -> all(family, 1);
            case GIVEN_NAME_SAME -> all(given, 1);
            case TOWN_SAME -> all(town, 1);
            case DETAIL_SAME -> all(columns.further(Field.DETAIL, row), 1);
            default -> throw new IllegalArgumentException("There is no key for the blocking rule " + rule + ".");
        };
    }

    private long mailbox(int email) {
        return email == 0
                ? 0
                : Hash.mix(Contacts.mailbox(columns.furtherText(Field.EMAIL, email))
                        .hashCode());
    }

    private long end(int name) {
        String text = columns.name(name);
        return name == 0
                ? 0
                : Hash.mix(text.substring(Math.max(0, text.length() - START)).hashCode());
    }

    private static long all(long first, long second) {
        return first == 0 || second == 0 ? 0 : Hash.mix(first, second) | 1;
    }

    private static long either(long first, long second) {
        return all(Math.min(first, second), Math.max(first, second));
    }

    private long sound(int name) {
        return name == 0 ? 0 : columns.sound(name) | 1L << 40;
    }

    private long start(int name, int letters) {
        String text = columns.name(name);
        return name == 0
                ? 0
                : Hash.mix(text.substring(0, Math.min(letters, text.length())).hashCode());
    }

    private static long swappable(int birth) {
        int month = birth / 100 % 100;
        int day = birth % 100;
        return birth / 10000 * 10000L + Math.min(month, day) * 100L + Math.max(month, day);
    }
}
