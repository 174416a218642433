package org.totalplace.intake.layout;

import java.util.List;

/**
 * The fields of one kind of record. A field's place in the list is its index in what the reader returns.
 *
 * @param kind for example {@code payments}
 * @param fields with different names
 * @param defaultPolicy what a refused row means where the feed does not say
 * @param matrices whether amounts may stand in several columns; then it has the fields amount, service, year and phase
 */
public record RecordLayout(String kind, List<Field> fields, Policy defaultPolicy, boolean matrices) {

    public RecordLayout {
        fields = List.copyOf(fields);
        if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("Two fields of " + kind + " have the same name");
        }
    }

    /** Of records with one amount at most. */
    public RecordLayout(String kind, List<Field> fields, Policy defaultPolicy) {
        this(kind, fields, defaultPolicy, false);
    }

    /** The fields that a file should have had a column for, though it can do without. */
    public List<Field> missedIn(Mapping mapping) {
        return mapping.columns().isEmpty()
                ? List.of()
                : fields.stream()
                        .filter(field -> field.awaited() && !mapping.has(field.name()))
                        .toList();
    }

    /**
     * Place of a field in the list.
     *
     * @throws IllegalArgumentException if the layout has no such field
     */
    public int indexOf(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException("A record of " + kind + " has no field '" + field + "', only "
                + String.join(", ", fields.stream().map(Field::name).toList()));
    }
}
