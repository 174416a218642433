package org.totalplace.intake.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.mapping.Sample;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * A title that says that the amounts below it are thousands or millions of pounds. Payments are not read from such a
 * file, unless the threshold that the title names shows that they are pounds all the same.
 */
final class Thousands {

    private static final Pattern UNIT =
            Pattern.compile("(?i)\\u00a3\\s?['\\u2019]?000['\\u2019]?s?\\b|\\u00a3(?:k|m|mn|millions?|thousands?)\\b"
                    + "|\\(\\s*['\\u2019]?000['\\u2019]?s?\\s*\\)|(?:^|\\s)['\\u2019]000s?\\b"
                    + "|\\b(?:in|as) (?:\\u00a3 ?)?(?:thousands?|millions?|000s?)\\b"
                    + "|\\b(?:pounds|\\u00a3)s? (?:in )?(?:thousands?|millions?)\\b"
                    + "|(?<!\\d )(?<!\\d)\\bthousands of pounds\\b|(?<!\\d )(?<!\\d)\\bmillions of pounds\\b");
    private static final Pattern THRESHOLD =
            Pattern.compile("(?i)(?:over|above|exceeding|of|more than|>=?)\\s*\\u00a3\\s?([\\d,]+)\\s?(k\\b)?");
    private static final int LONGEST = 300;
    private static final long THOUSAND = 1000;

    private Thousands() {}

    /**
     * What is to be told of a table whose title speaks of thousands, if it does.
     *
     * @throws FileRefused if its amounts may be thousands
     */
    static Optional<Problem> in(RecordLayout layout, FoundHeader headed, Mapping mapping, Sample sample)
            throws FileRefused {
        String title = title(headed, sample);
        int column = mapping.columns().stream()
                .filter(mapped ->
                        layout.fields().get(layout.indexOf(mapped.field())).type() == FieldType.AMOUNT)
                .mapToInt(MappedColumn::column)
                .findFirst()
                .orElse(-1);
        if (title == null || column < 0 || layout.matrices()) {
            return Optional.empty();
        }
        if (!reachThreshold(title, column, sample.body(headed.header()))) {
            throw new FileRefused(
                    ProblemType.INCORRECT_LABEL,
                    "The title '" + title
                            + "' says that the amounts are thousands or millions of pounds, from which no payment can"
                            + " be read to the penny. Send the amounts in pounds; if they are in pounds, take that out"
                            + " of the title.");
        }
        return Optional.of(Problem.ofFile(
                ProblemType.INCORRECT_LABEL,
                "The title '" + title + "' says that the amounts are thousands or millions of pounds; by the threshold"
                        + " that it names they are pounds, and were read as such."));
    }

    private static @Nullable String title(FoundHeader headed, Sample sample) {
        SourceRecord header = headed.header();
        if (header == null || !headed.titlesAbove()) {
            return null;
        }
        Stream<String> above = sample.all().stream()
                .filter(record -> record.number() < header.number())
                .flatMap(record -> Arrays.stream(record.cells()))
                .map(Cells::strip);
        return Stream.concat(Stream.of(headed.name()), above)
                .filter(text -> text.length() <= LONGEST && UNIT.matcher(text).find())
                .findFirst()
                .orElse(null);
    }

    /** Whether most amounts are above the threshold if they are pounds. */
    private static boolean reachThreshold(String title, int column, List<SourceRecord> body) {
        Matcher named = THRESHOLD.matcher(title);
        String figures = named.find() ? named.group(1).replace(",", "") : "";
        if (figures.isEmpty() || figures.length() > 9) {
            return false;
        }
        long pence = 100 * Long.parseLong(figures) * (named.group(2) == null ? 1 : THOUSAND);
        List<Long> amounts = body.stream()
                .map(record -> Amounts.pence(Cells.strip(record.cell(column))))
                .filter(Amounts::isAmount)
                .toList();
        long above =
                amounts.stream().filter(amount -> Math.abs(amount) >= pence).count();
        return pence > 0 && !amounts.isEmpty() && 2 * above > amounts.size();
    }
}
