package org.totalplace.gateway.page.place;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/**
 * Amounts of two levels as areas: an agency a field, a function a tile in it, laid out as squarified treemaps are
 * (Bruls, Huizing and van Wijk 2000). Money is turned into areas by whole numbers; only places on the drawing have
 * fractions.
 */
record Treemap(List<Field> fields, List<Tile> tiles) {

    static final int WIDTH = 960;
    static final int HEIGHT = 560;

    private static final double HEAD = 22;
    private static final double WIDTH_OF_A_LETTER = 7.6;
    private static final double WIDTH_OF_A_BOLD_LETTER = 9.2;

    /** An agency: its head is shown where it has room. */
    record Field(String head, String x, String y) {}

    /**
     * A function of an agency.
     *
     * @param words empty where they have no room; {@code says} is always there
     * @param odd agencies beside each other differ in their shade
     */
    record Tile(
            String words,
            String amount,
            String says,
            String x,
            String y,
            String width,
            String height,
            String wordsX,
            String wordsY,
            boolean odd) {}

    private record Rectangle(double x, double y, double width, double height) {

        double area() {
            return width * height;
        }
    }

    /** @param amounts by agency and function, names in place of codes; what is not above nothing is not drawn */
    static Treemap of(Map<String, Map<String, Pence>> amounts, Words words) {
        List<Map.Entry<String, List<Map.Entry<String, Pence>>>> agencies = amounts.entrySet().stream()
                .map(agency -> Map.entry(agency.getKey(), drawn(agency.getValue())))
                .filter(agency -> !agency.getValue().isEmpty())
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, List<Map.Entry<String, Pence>>> agency) -> sum(agency.getValue()))
                        .reversed())
                .toList();
        List<Field> fields = new ArrayList<>();
        List<Tile> tiles = new ArrayList<>();
        List<Rectangle> places = laid(
                agencies.stream().map(agency -> sum(agency.getValue())).toList(), new Rectangle(0, 0, WIDTH, HEIGHT));
        for (int i = 0; i < agencies.size(); i++) {
            String agency = agencies.get(i).getKey();
            Rectangle place = places.get(i);
            boolean headed = place.height() > 3 * HEAD && place.width() > 60;
            if (headed) {
                String head = fitting(agency, place.width() - 8, WIDTH_OF_A_BOLD_LETTER);
                fields.add(new Field(head, shown(place.x() + 4), shown(place.y() + 16)));
            }
            Rectangle below =
                    headed ? new Rectangle(place.x(), place.y() + HEAD, place.width(), place.height() - HEAD) : place;
            List<Map.Entry<String, Pence>> parts = agencies.get(i).getValue();
            List<Rectangle> inside =
                    laid(parts.stream().map(part -> part.getValue().value()).toList(), below);
            for (int j = 0; j < parts.size(); j++) {
                tiles.add(tile(agency, parts.get(j), inside.get(j), i % 2 == 1, words));
            }
        }
        return new Treemap(List.copyOf(fields), List.copyOf(tiles));
    }

    private static List<Map.Entry<String, Pence>> drawn(Map<String, Pence> functions) {
        return functions.entrySet().stream()
                .filter(part -> part.getValue().value() > 0)
                .sorted(Map.Entry.<String, Pence>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .toList();
    }

    private static long sum(List<Map.Entry<String, Pence>> parts) {
        return parts.stream()
                .map(Map.Entry::getValue)
                .reduce(Pence.ZERO, Pence::plus)
                .value();
    }

    private static Tile tile(String agency, Map.Entry<String, Pence> part, Rectangle place, boolean odd, Words words) {
        String amount = words.spoken(part.getValue());
        boolean roomy = place.height() > 42 && place.width() > amount.length() * WIDTH_OF_A_LETTER + 12;
        return new Tile(
                roomy ? fitting(part.getKey(), place.width() - 12, WIDTH_OF_A_LETTER) : "",
                roomy ? amount : "",
                agency + ", " + part.getKey() + ": " + amount,
                shown(place.x()),
                shown(place.y()),
                shown(place.width()),
                shown(place.height()),
                shown(place.x() + 6),
                shown(place.y() + 18),
                odd);
    }

    private static String fitting(String words, double width, double letter) {
        int letters = (int) (width / letter);
        return words.length() <= letters ? words : words.substring(0, Math.max(1, letters - 1)) + "…";
    }

    /** Places in the order of the weights, which is from the largest on. */
    private static List<Rectangle> laid(List<Long> weights, Rectangle whole) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        List<Double> areas = weights.stream()
                // Thousandths of a unit's area, so that small ones do not vanish.
                .map(weight -> BigInteger.valueOf(weight)
                                .multiply(BigInteger.valueOf(Math.round(whole.area() * 1_000)))
                                .divide(sum)
                                .doubleValue()
                        / 1_000)
                .toList();
        List<Rectangle> laid = new ArrayList<>();
        Rectangle free = whole;
        int next = 0;
        while (next < areas.size()) {
            double side = Math.min(free.width(), free.height());
            int end = next + 1;
            while (end < areas.size()
                    && worst(areas.subList(next, end + 1), side) <= worst(areas.subList(next, end), side)) {
                end++;
            }
            free = row(areas.subList(next, end), free, laid);
            next = end;
        }
        return laid;
    }

    /** How far from square the worst of a row is. */
    private static double worst(List<Double> areas, double side) {
        double sum = areas.stream().mapToDouble(Double::doubleValue).sum();
        double largest = areas.getFirst();
        double smallest = Math.max(areas.getLast(), 1e-9);
        double thick = Math.max(sum / Math.max(side, 1e-9), 1e-9);
        return Math.max(largest / (thick * thick), thick * thick / smallest);
    }

    /** Lays a row along the shorter side and returns what is left. */
    private static Rectangle row(List<Double> areas, Rectangle free, List<Rectangle> laid) {
        double sum = areas.stream().mapToDouble(Double::doubleValue).sum();
        boolean upright = free.width() >= free.height();
        double side = Math.max(upright ? free.height() : free.width(), 1e-9);
        double thick = sum / side;
        double at = 0;
        for (double area : areas) {
            double length = thick == 0 ? 0 : area / thick;
            laid.add(
                    upright
                            ? new Rectangle(free.x(), free.y() + at, thick, length)
                            : new Rectangle(free.x() + at, free.y(), length, thick));
            at += length;
        }
        return upright
                ? new Rectangle(free.x() + thick, free.y(), Math.max(0, free.width() - thick), free.height())
                : new Rectangle(free.x(), free.y() + thick, free.width(), Math.max(0, free.height() - thick));
    }

    private static String shown(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
