package org.totalplace.intake.reading.matrix;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Numbers;

/** What one of the printed figures is worth. */
public enum MoneyUnit {
    POUNDS(1, "(?:\u00A3s?(?![\\w'\u2019])|\\bin pounds\\b|\\bgbp\\b)"),
    THOUSANDS(
            1_000,
            "(?:\u00A3\\s*['\u2019`]?(?:000|k\\b|thousands?\\b)|\\bin thousands\\b|\\bthousands of pounds\\b"
                    + "|\\b\u00A3?000['\u2019]?s\\b)"),
    MILLIONS(1_000_000, "(?:\u00A3\\s*m(?:n|illions?)?\\b|\\bin millions\\b|\\bmillions of pounds\\b)");

    private static final int PENCE_DIGITS = 2;
    private static final int MOST_DIGITS = 17;
    /** In pence: the noise of binary floating point. */
    private static final BigDecimal NOISE = new BigDecimal("0.0001");

    private final long pounds;
    private final Pattern words;

    MoneyUnit(long pounds, String words) {
        this.pounds = pounds;
        this.words = Pattern.compile(words);
    }

    /** As the API writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The unit of a code.
     *
     * @throws IllegalArgumentException if there is no such unit
     */
    public static MoneyUnit ofCode(String code) {
        return Arrays.stream(values())
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A unit is "
                        + Arrays.stream(values()).map(MoneyUnit::code).collect(Collectors.joining(", ")) + ", not '"
                        + code + "'"));
    }

    /** The unit that a title or header names, the larger where it names two; null if none. */
    static @Nullable MoneyUnit saidIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        MoneyUnit said = null;
        for (MoneyUnit unit : values()) {
            said = unit.words.matcher(lower).find() ? unit : said;
        }
        return said;
    }

    /** The text without its words for a unit. */
    static String removedFrom(String text) {
        String bare = text;
        for (MoneyUnit unit : values()) {
            bare = Pattern.compile("\\(?" + unit.words.pattern() + "\\)?", Pattern.CASE_INSENSITIVE)
                    .matcher(bare)
                    .replaceAll(" ");
        }
        return bare.replaceAll("\\s+", " ").strip();
    }

    /** Reads a cell that is not missing, exactly: pence, or one of the faults of {@link Amounts}. */
    public long pence(String cell) {
        if (this == POUNDS) {
            return Amounts.pence(cell);
        }
        BigDecimal number = Numbers.read(cell);
        return number == null ? times(Amounts.pence(cell)) : exactly(number);
    }

    private long times(long pence) {
        if (!Amounts.isAmount(pence)) {
            return pence;
        }
        return Math.abs(pence) > Long.MAX_VALUE / pounds ? Amounts.Fault.TOO_LARGE.result() : pence * pounds;
    }

    private long exactly(BigDecimal number) {
        BigDecimal pence = number.multiply(BigDecimal.valueOf(pounds)).movePointRight(PENCE_DIGITS);
        BigDecimal whole = pence.setScale(0, RoundingMode.HALF_EVEN);
        if (whole.precision() - whole.scale() > MOST_DIGITS) {
            return Amounts.Fault.TOO_LARGE.result();
        }
        boolean exact = whole.subtract(pence).abs().compareTo(NOISE) < 0;
        return exact ? whole.longValueExact() : Amounts.Fault.FRACTION_OF_A_PENNY.result();
    }
}
