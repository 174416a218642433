package org.totalplace.linkage;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.totalplace.linkage.comparison.Columns;
import org.totalplace.linkage.comparison.Hash;
import org.totalplace.linkage.model.Field;

/** The records in an order that depends on what they say, not on how they came, and their columns. */
record Population(List<IdentityRecord> records, Columns columns, boolean[] holdsDuplicates) {

    static Population of(List<IdentityRecord> records, Duplicates duplicates) {
        refuseRepeatedIds(records);
        List<Placed> placed = records.stream()
                .map(identity -> new Placed(contentOf(identity), identity))
                .sorted(Comparator.comparingLong(Placed::content)
                        .thenComparing(p -> p.identity().id()))
                .toList();
        List<IdentityRecord> ordered = placed.stream().map(Placed::identity).toList();
        Columns columns = new Columns(ordered.size());
        for (int row = 0; row < ordered.size(); row++) {
            put(columns, row, ordered.get(row));
        }
        columns.complete();
        return new Population(ordered, columns, new boolean[columns.sources()]).holding(duplicates);
    }

    /** The same records when these sources hold duplicates and no others. */
    Population holding(Duplicates duplicates) {
        boolean[] holds = new boolean[columns.sources()];
        duplicates.heldBy().forEach(source -> holds[columns.sourceNumber(source)] = true);
        return new Population(records, columns, holds);
    }

    private record Placed(long content, IdentityRecord identity) {}

    private static void refuseRepeatedIds(List<IdentityRecord> records) {
        Set<String> ids = new HashSet<>();
        for (IdentityRecord identity : records) {
            if (!ids.add(identity.id())) {
                throw new IllegalArgumentException("Two records have the id '" + identity.id()
                        + "'. Ids are unique among the records linked together; add the agency to them.");
            }
        }
    }

    private static long contentOf(IdentityRecord r) {
        int first = Objects.hash(r.source(), r.givenName(), r.familyName(), r.dateOfBirth(), r.sex());
        int second = Objects.hash(r.postcode(), r.address(), r.nhsNumber(), r.uprn(), r.further());
        return Hash.mix(first, second);
    }

    private static void put(Columns columns, int row, IdentityRecord identity) {
        columns.putSource(row, identity.source());
        columns.putName(row, identity.givenName(), identity.familyName());
        columns.putBirth(row, identity.dateOfBirth(), identity.sex());
        columns.putPlace(row, identity.postcode(), identity.address(), identity.uprn());
        columns.putNhsNumber(row, identity.nhsNumber());
        FurtherDetails further = identity.further();
        columns.putFurther(row, Field.EMAIL, further.email());
        columns.putFurther(row, Field.PHONE, further.phone());
        columns.putFurther(row, Field.IDENTIFIER, further.identifier());
        columns.putFurther(row, Field.TOWN, further.town());
        columns.putFurther(row, Field.DETAIL, further.detail());
        columns.putFurther(row, Field.OTHER_DETAIL, further.otherDetail());
    }
}
