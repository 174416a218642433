package org.totalplace.intake.layout;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which column of a file was taken for which field. Of a workbook whose sheets differ it is the mapping of the first
 * sheet with records.
 *
 * @param columns in the order of the layout's fields
 * @param unmappedHeaders headers of columns that no field was taken from
 * @param source who decided
 */
public record Mapping(List<MappedColumn> columns, List<String> unmappedHeaders, Source source) {

    /** Below this confidence a column was as good as guessed. */
    public static final double DOUBTFUL = 0.6;

    /** Between the headers of a field that is made up of several columns, in {@link #headers()}. */
    public static final String JOIN = " + ";

    /** Who decided on a mapping. */
    public enum Source {
        INFERRED,
        REMEMBERED,
        SET_BY_HAND
    }

    public Mapping {
        columns = List.copyOf(columns);
        unmappedHeaders = List.copyOf(unmappedHeaders);
    }

    /** The lowest confidence of any column, 1 if there is none. */
    public double confidence() {
        return columns.stream()
                .map(MappedColumn::confidence)
                .min(Comparator.naturalOrder())
                .orElse(1.0);
    }

    /** Whether a field was taken from some column. */
    public boolean has(String field) {
        return columns.stream().anyMatch(column -> column.field().equals(field));
    }

    /**
     * Field to header, to be remembered for the next file; several headers of one field are joined by {@link
     * #JOIN}.
     */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        columns.forEach(column -> headers.merge(column.field(), column.header(), (a, b) -> a + JOIN + b));
        return headers;
    }
}
