package org.totalplace.spend.function;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The Classification of the Functions of Government of the United Nations (1999): ten divisions and their groups. */
public final class Cofog {

    /** Stands where no function is known. */
    public static final String UNMAPPED = "unmapped";

    private static final Map<String, String> NAMES = names();

    /** How programs and people write a division (10) or group (10.2). */
    private static final Pattern FORM = Pattern.compile("\\d{2}(\\.\\d)?");

    private Cofog() {}

    /** Whether the code is a division or group of the classification. */
    public static boolean has(String code) {
        return FORM.matcher(code).matches() && NAMES.containsKey(code);
    }

    /** What the code means; {@value #UNMAPPED} means itself. */
    public static String nameOf(String code) {
        return NAMES.getOrDefault(code, code);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(Cofog.class.getResourceAsStream("cofog.csv")),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row -> names.put(row.getField(0), row.getField(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("The classification cannot be read", e);
        }
        return Collections.unmodifiableMap(names);
    }
}
