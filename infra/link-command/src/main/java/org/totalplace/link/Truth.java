package org.totalplace.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is who in truth, for measuring.
 *
 * @param persons the person of every record by its key
 * @param told how the truth was read
 * @param warnings what a reader of the measures must know
 */
record Truth(Map<String, String> persons, List<String> told, List<String> warnings) {

    static final Truth NONE = new Truth(Map.of(), List.of(), List.of());

    /** Ids of generated sets that name the original: {@code rec-12-org}, {@code rec-12-dup-0}. */
    private static final Pattern GENERATED = Pattern.compile("(.*\\d)-(?:org|dup-?\\d*|dup)");

    private static final double NEARLY_ALL = 0.99;

    Truth {
        persons = Map.copyOf(persons);
        told = List.copyOf(told);
        warnings = List.copyOf(warnings);
    }

    /** From a column of the files. */
    static Truth ofColumn(String header, List<Source> sources) {
        Map<String, String> truth = new HashMap<>();
        List<String> warnings = new ArrayList<>();
        for (Source source : sources) {
            int column = source.table().column(header);
            if (column < 0) {
                warnings.add(source.table().name() + " has no column '" + header
                        + "': its records are left out of the measures.");
            }
            for (int row = 0; column >= 0 && row < source.table().rows().size(); row++) {
                String person = source.table().cell(row, column);
                if (!person.isEmpty()) {
                    Matcher generated = GENERATED.matcher(person);
                    truth.put(source.key(row), generated.matches() ? generated.group(1) : person);
                }
            }
        }
        if (truth.isEmpty()) {
            throw new IllegalArgumentException("The column '" + header + "' that --truth names is empty in every row.");
        }
        return new Truth(truth, List.of("The truth is the column `" + header + "`."), warnings).judged(sources);
    }

    /** The same with warnings where the truth says too little to measure by. */
    Truth judged(List<Source> sources) {
        List<String> more = new ArrayList<>(warnings);
        int records = sources.stream()
                .mapToInt(source -> source.table().rows().size())
                .sum();
        if (persons.size() < NEARLY_ALL * records) {
            more.add(String.format(
                    Locale.ROOT,
                    "The truth knows %,d of %,d records; the others are left out of the measures.",
                    persons.size(),
                    records));
        }
        if (new HashSet<>(persons.values()).size() == persons.size()) {
            more.add("The truth holds no two records of one person: recall says nothing.");
        }
        return new Truth(persons, told, more);
    }
}
