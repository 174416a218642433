package org.totalplace.linkage.release;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.cleaning.Postcodes;
import org.totalplace.linkage.cleaning.Sexes;

/**
 * The groups by which a release is judged, read off labelled records: sex, age band, movers (a person with more than
 * one postcode), and whether the date of birth is missing. The origin of names cannot be read off and is the caller's
 * to add.
 */
public final class PeopleGroups {

    private static final int[] BANDS = {0, 18, 35, 65, 80};

    private PeopleGroups() {}

    /**
     * The groups of the records.
     *
     * @param truth the true person of every record id
     * @param on the day at which ages are taken
     * @return by dimension, the group of every record id
     */
    public static Map<String, Map<String, String>> of(
            Collection<IdentityRecord> records, Map<String, String> truth, LocalDate on) {
        Map<String, Map<String, String>> groups = new HashMap<>();
        Map<String, Set<String>> postcodes = new HashMap<>();
        for (IdentityRecord identity : records) {
            String postcode = Postcodes.clean(identity.postcode());
            if (!postcode.isEmpty()) {
                postcodes
                        .computeIfAbsent(personOf(identity, truth), p -> new HashSet<>())
                        .add(postcode);
            }
        }
        for (IdentityRecord identity : records) {
            byte sex = Sexes.clean(identity.sex());
            put(groups, "sex", identity, sex == 0 ? "not known" : sex == 1 ? "male" : "female");
            LocalDate born = identity.dateOfBirth();
            put(groups, "age", identity, born == null ? "not known" : band(on.getYear() - born.getYear()));
            put(groups, "date of birth", identity, born == null ? "missing" : "given");
            int homes =
                    postcodes.getOrDefault(personOf(identity, truth), Set.of()).size();
            put(groups, "moves", identity, homes > 1 ? "moved" : "stayed");
        }
        return groups;
    }

    private static String personOf(IdentityRecord identity, Map<String, String> truth) {
        return Objects.requireNonNullElse(truth.get(identity.id()), identity.id());
    }

    private static void put(
            Map<String, Map<String, String>> groups, String dimension, IdentityRecord identity, String group) {
        groups.computeIfAbsent(dimension, d -> new HashMap<>()).put(identity.id(), group);
    }

    private static String band(int age) {
        int from = BANDS[0];
        for (int start : BANDS) {
            from = age >= start ? start : from;
        }
        return "from " + from;
    }
}
