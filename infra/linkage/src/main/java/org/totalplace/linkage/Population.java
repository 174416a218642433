package org.totalplace.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.totalplace.linkage.comparison.Columns;
import org.totalplace.linkage.comparison.Hash;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.work.InParallel;

/**
 * The records in an order that depends on what they say, not on how they came, and their columns.
 *
 * @param places of the id of every row among all ids
 */
record Population(List<IdentityRecord> records, int[] places, Columns columns, boolean[] holdsDuplicates) {

    static Population of(List<IdentityRecord> records, Duplicates duplicates) {
        List<IdentityRecord> ordered = ordered(records);
        int[] places = places(ordered);
        Columns columns = new Columns(ordered.size());
        List<Filling> fillings = fillings(columns);
        InParallel.map(fillings.size(), number -> {
            for (int row = 0; row < ordered.size(); row++) {
                fillings.get(number).put(row, ordered.get(row));
            }
            return number;
        });
        columns.complete();
        return new Population(ordered, places, columns, new boolean[columns.sources()]).holding(duplicates);
    }

    private static List<IdentityRecord> ordered(List<IdentityRecord> records) {
        Placed[] placed = records.parallelStream()
                .map(identity -> new Placed(contentOf(identity), identity))
                .toArray(Placed[]::new);
        Arrays.parallelSort(placed);
        return Arrays.stream(placed).map(Placed::identity).toList();
    }

    /** The same records when these sources hold duplicates and no others. */
    Population holding(Duplicates duplicates) {
        return new Population(records, places, columns, holdsDuplicates(columns, duplicates));
    }

    /** By source number. */
    static boolean[] holdsDuplicates(Columns columns, Duplicates duplicates) {
        boolean[] holds = new boolean[columns.sources()];
        duplicates.heldBy().forEach(source -> holds[columns.sourceNumber(source)] = true);
        return holds;
    }

    private record Placed(long content, IdentityRecord identity) implements Comparable<Placed> {

        @Override
        public int compareTo(Placed other) {
            int byContent = Long.compare(content, other.content);
            return byContent != 0 ? byContent : identity.id().compareTo(other.identity.id());
        }
    }

    /** Of every row, the place of its id among all ids; refuses an id that two records have. */
    private static int[] places(List<IdentityRecord> ordered) {
        Named[] named = new Named[ordered.size()];
        Arrays.parallelSetAll(named, row -> new Named(ordered.get(row).id(), row));
        Arrays.parallelSort(named);
        int[] places = new int[named.length];
        for (int place = 0; place < named.length; place++) {
            if (place > 0 && named[place].id.equals(named[place - 1].id)) {
                throw new IllegalArgumentException("Two records have the id '" + named[place].id
                        + "'. Ids are unique among the records linked together; add the agency to them.");
            }
            places[named[place].row] = place;
        }
        return places;
    }

    private record Named(String id, int row) implements Comparable<Named> {

        @Override
        public int compareTo(Named other) {
            return id.compareTo(other.id);
        }
    }

    private static long contentOf(IdentityRecord r) {
        int first = Objects.hash(r.source(), r.givenName(), r.familyName(), r.dateOfBirth(), r.sex());
        int second = Objects.hash(r.postcode(), r.address(), r.nhsNumber(), r.uprn(), r.further());
        return Hash.mix(first, second);
    }

    /** Puts into a column, or into those that number their values together, what a record says. */
    @FunctionalInterface
    interface Filling {
        void put(int row, IdentityRecord identity);
    }

    /** The longest ones first: each fills its columns from the first row to the last, several at a time. */
    static List<Filling> fillings(Columns columns) {
        return List.of(
                (row, identity) -> columns.putName(row, identity.givenName(), identity.familyName()),
                (row, identity) -> columns.putAddress(row, identity.address()),
                (row, identity) -> columns.putPostcode(row, identity.postcode(), identity.address()),
                (row, identity) -> columns.putBirth(row, identity.dateOfBirth(), identity.sex()),
                (row, identity) -> columns.putNhsNumber(row, identity.nhsNumber()),
                (row, identity) -> columns.putUprn(row, identity.uprn()),
                (row, identity) -> columns.putSource(row, identity.source()),
                (row, identity) ->
                        columns.putFurther(row, Field.EMAIL, identity.further().email()),
                (row, identity) ->
                        columns.putFurther(row, Field.PHONE, identity.further().phone()),
                (row, identity) -> columns.putFurther(
                        row, Field.IDENTIFIER, identity.further().identifier()),
                (row, identity) ->
                        columns.putFurther(row, Field.TOWN, identity.further().town()),
                (row, identity) ->
                        columns.putFurther(row, Field.DETAIL, identity.further().detail()),
                (row, identity) -> columns.putFurther(
                        row, Field.OTHER_DETAIL, identity.further().otherDetail()));
    }
}
