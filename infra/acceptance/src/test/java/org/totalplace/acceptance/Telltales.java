package org.totalplace.acceptance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What would tell who the persons of the sample place are: their full names, days of birth, postcodes, NHS numbers. A
 * given name or a family name alone may be any word.
 */
final class Telltales {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'-]*");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{4}-\\d{2}-\\d{2}|\\d{2}/\\d{2}/\\d{4})(?!\\d)");
    private static final Pattern POSTCODE =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}(?![A-Z])");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.-])\\d{10}(?![\\d.-])");

    /** Between a given name and the family name there may be the name of a field and one more. */
    private static final int WORDS_BETWEEN = 2;

    /** Days since then are of contacts and outcomes as well. */
    private static final String BORN_BEFORE = "2010";

    private final Set<String> names = new HashSet<>();
    private final Set<String> days = new HashSet<>();
    private final Set<String> postcodes = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    /** @param file of persons as they truly are */
    static Telltales of(Path file) throws IOException {
        Telltales told = new Telltales();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(told::learn);
        }
        return told;
    }

    private void learn(NamedCsvRecord row) {
        String given = field(row, "givenName");
        String family = field(row, "familyName");
        if (given.length() > 1 && family.length() > 1) {
            names.add((given + " " + family).toLowerCase(Locale.ROOT));
            names.add((family + " " + given).toLowerCase(Locale.ROOT));
        }
        add(days, field(row, "dateOfBirth"));
        add(postcodes, field(row, "postcode").replace(" ", "").toUpperCase(Locale.ROOT));
        add(numbers, field(row, "nhsNumber").replace(" ", ""));
    }

    private static void add(Set<String> values, String value) {
        if (!value.isEmpty()) {
            values.add(value);
        }
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("").strip();
    }

    int known() {
        return names.size() + days.size() + postcodes.size() + numbers.size();
    }

    /** Which of them a text holds. */
    Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher words = WORD.matcher(text);
        String[] last = new String[WORDS_BETWEEN + 1];
        for (int i = 0; words.find(); i++) {
            String word = words.group().toLowerCase(Locale.ROOT);
            for (String before : last) {
                if (before != null && names.contains(before + " " + word)) {
                    found.add(before + " " + word);
                }
            }
            last[i % last.length] = word;
        }
        DAY.matcher(text)
                .results()
                .map(day -> day.group())
                .filter(day -> days.contains(day) && year(day).compareTo(BORN_BEFORE) < 0)
                .forEach(found::add);
        POSTCODE.matcher(text)
                .results()
                .map(postcode -> postcode.group().replace(" ", ""))
                .filter(postcodes::contains)
                .forEach(found::add);
        NUMBER.matcher(text)
                .results()
                .map(number -> number.group())
                .filter(numbers::contains)
                .forEach(found::add);
        return found;
    }

    private static String year(String day) {
        return day.charAt(2) == '/' ? day.substring(6) : day.substring(0, 4);
    }
}
