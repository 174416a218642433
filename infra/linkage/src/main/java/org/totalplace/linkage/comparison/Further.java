package org.totalplace.linkage.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.linkage.cleaning.Contacts;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;

/** The fields that only some feeds hold: how each is cleaned and how two of its values compare. */
final class Further {

    static final List<Field> FIELDS =
            List.of(Field.EMAIL, Field.PHONE, Field.IDENTIFIER, Field.TOWN, Field.DETAIL, Field.OTHER_DETAIL);

    private static final double CLOSE = 0.9;
    private static final int SHORTEST_PART = 4;

    private Further() {}

    static String clean(Field field, @Nullable String printed) {
        return switch (field) {
            case EMAIL -> Contacts.email(printed);
            case PHONE -> Contacts.phone(printed);
            case IDENTIFIER -> Contacts.identifier(printed);
            default -> Contacts.words(printed);
        };
    }

    /** The level of two different cleaned values, neither missing. */
    static ComparisonLevel likeness(Field field, String a, String b) {
        boolean near = switch (field) {
            case EMAIL -> sameMailbox(a, b);
            case PHONE, IDENTIFIER -> Edits.one(a, b);
            default -> nearWords(a, b);
        };
        boolean typed = field == Field.PHONE || field == Field.IDENTIFIER;
        return near ? typed ? ComparisonLevel.ONE_EDIT : ComparisonLevel.CLOSE : ComparisonLevel.DIFFERENT;
    }

    private static boolean sameMailbox(String a, String b) {
        String nameA = Contacts.mailbox(a);
        String nameB = Contacts.mailbox(b);
        return nameA.equals(nameB) || Edits.one(a, b) || Edits.one(nameA, nameB);
    }

    private static boolean nearWords(String a, String b) {
        boolean within = Math.min(a.length(), b.length()) >= SHORTEST_PART && (a.contains(b) || b.contains(a));
        return within || Edits.one(a, b) || JaroWinkler.likeness(a, b) >= CLOSE;
    }
}
