package org.totalplace.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.totalplace.linkage.cleaning.Nicknames;
import org.totalplace.linkage.cleaning.Plain;

/** Names that many people bear: the table {@code familiar-names.csv}, and given names with known short forms. */
final class FamiliarNames {

    private static final Set<String> GIVEN = read("given");
    private static final Set<String> FAMILY = read("family");

    private FamiliarNames() {}

    static boolean given(String printed) {
        String first = Plain.text(printed).split(" ")[0];
        return GIVEN.contains(first) || Nicknames.groups(first).length > 0;
    }

    static boolean family(String printed) {
        return FAMILY.contains(Plain.text(printed));
    }

    private static Set<String> read(String kind) {
        try (InputStream resource = FamiliarNames.class.getResourceAsStream("familiar-names.csv")) {
            if (resource == null) {
                throw new IllegalStateException(
                        "The table familiar-names.csv is missing beside " + FamiliarNames.class.getName());
            }
            Set<String> names = new HashSet<>();
            new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind + ","))
                    .forEach(line -> List.of(line.split(",")).forEach(name -> names.add(Plain.text(name))));
            names.remove(kind);
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
