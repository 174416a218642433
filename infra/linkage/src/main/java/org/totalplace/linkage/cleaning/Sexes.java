package org.totalplace.linkage.cleaning;

import org.jspecify.annotations.Nullable;

/** Sex as agencies code it. */
public final class Sexes {

    private Sexes() {}

    /** 1 male, 2 female, 0 missing or not one of the two: such a value says nothing about who a person is. */
    public static byte clean(@Nullable String printed) {
        return switch (Plain.text(printed)) {
            case "m", "male", "man", "boy", "1" -> 1;
            case "f", "female", "woman", "girl", "2" -> 2;
            default -> 0;
        };
    }
}
