package org.totalplace.linkage.blocking;

import java.util.List;
import java.util.stream.IntStream;
import org.totalplace.linkage.cleaning.Contacts;
import org.totalplace.linkage.comparison.Columns;
import org.totalplace.linkage.comparison.Hash;
import org.totalplace.linkage.model.BlockingRule;
import org.totalplace.linkage.model.Field;

/** The key of every record under every rule, hashed to 64 bits; 0 when a part of the key is missing. */
final class Keys {

    private static final int START = 3;

    private final Columns columns;
    private final int rules;
    private final long[] keys;

    Keys(Columns columns, List<BlockingRule> rules) {
        this.columns = columns;
        this.rules = rules.size();
        this.keys = new long[columns.size() * this.rules];
        IntStream.range(0, columns.size()).parallel().forEach(row -> {
            for (int rule = 0; rule < this.rules; rule++) {
                keys[row * this.rules + rule] = key(rules.get(rule), row);
            }
        });
    }

    long key(int rule, int row) {
        return keys[row * rules + rule];
    }

    /** Takes a record out of an oversize block. */
    void forget(int rule, int row) {
        keys[row * rules + rule] = 0;
    }

    /** Whether a rule before this one proposes the pair as well. */
    boolean proposedBefore(int rule, int a, int b) {
        int baseA = a * rules;
        int baseB = b * rules;
        for (int r = 0; r < rule; r++) {
            if (keys[baseA + r] != 0 && keys[baseA + r] == keys[baseB + r]) {
                return true;
            }
        }
        return false;
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
