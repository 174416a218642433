package org.totalplace.gateway.page.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.totalplace.gateway.page.Words;

/**
 * Three columns of nodes and the streams between them, as a drawing; lengths are tenths of its unit, so that what is
 * drawn follows from whole numbers alone.
 *
 * @param height of the drawing
 */
record Sankey(List<Box> boxes, List<Ribbon> ribbons, String height) {

    static final int MOST_NODES = 12;
    private static final long[] LEFT_EDGE = {3_100, 5_700, 8_300};
    private static final long NODE_WIDTH = 140;
    private static final long ALL = 3_400;
    private static final long SLOT = 400;
    private static final long GAP = 60;

    /**
     * A node.
     *
     * @param amount what flows through it, in words
     * @param before whether its words stand before it
     */
    record Box(
            int column,
            String name,
            String amount,
            String x,
            String y,
            String height,
            String wordsX,
            String wordsY,
            boolean before) {}

    /**
     * A stream.
     *
     * @param path its outline
     * @param says what flows, in words
     */
    record Ribbon(int column, String to, String path, String says) {}

    /** Where a node lies; what has entered and left it so far. */
    private static final class Place {

        private final long top;
        private final long weight;
        private long entered;
        private long left;

        Place(long top, long weight) {
            this.top = top;
            this.weight = weight;
        }
    }

    /** @param amount what a weight is called */
    static Sankey of(List<Stream> first, List<Stream> second, LongFunction<String> amount, Words words) {
        String other = words.say("flow.other");
        List<List<Stream>> streams = folded(first, second, other);
        List<Map<String, Long>> columns = List.of(
                sums(streams.get(0), Stream::from, other),
                sums(streams.get(0), Stream::to, other),
                sums(streams.get(1), Stream::to, other));
        long whole = Math.max(
                1,
                columns.getFirst().values().stream().mapToLong(Long::longValue).sum());
        long tallest = columns.stream()
                .mapToLong(column -> height(column.values(), whole))
                .max()
                .orElse(0);
        List<Box> boxes = new ArrayList<>();
        List<Map<String, Place>> places = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Map<String, Place> placed = placed(columns.get(column), tallest, whole);
            places.add(placed);
            int at = column;
            placed.forEach((name, place) -> boxes.add(box(at, name, place, whole, amount)));
        }
        List<Ribbon> ribbons = new ArrayList<>();
        for (int column = 0; column < streams.size(); column++) {
            ribbons.addAll(ribbons(
                    column, streams.get(column), places.get(column), places.get(column + 1), whole, amount, words));
        }
        return new Sankey(List.copyOf(boxes), List.copyOf(ribbons), tenths(tallest + GAP));
    }

    /** At most so many nodes a column: the smallest together are one more. */
    private static List<List<Stream>> folded(List<Stream> first, List<Stream> second, String other) {
        Set<String> sources = kept(sums(first, Stream::from, other));
        Set<String> middles = kept(sums(first, Stream::to, other));
        Set<String> ends = kept(sums(second, Stream::to, other));
        return List.of(folded(first, sources, middles, other), folded(second, middles, ends, other));
    }

    private static Set<String> kept(Map<String, Long> sums) {
        int room = sums.size() > MOST_NODES ? MOST_NODES - 1 : MOST_NODES;
        return sums.keySet().stream().limit(room).collect(Collectors.toSet());
    }

    private static List<Stream> folded(List<Stream> streams, Set<String> from, Set<String> to, String other) {
        Map<List<String>, Long> sums = new LinkedHashMap<>();
        streams.forEach(stream -> sums.merge(
                List.of(
                        from.contains(stream.from()) ? stream.from() : other,
                        to.contains(stream.to()) ? stream.to() : other),
                stream.weight(),
                Math::addExact));
        return sums.entrySet().stream()
                .map(sum -> new Stream(sum.getKey().getFirst(), sum.getKey().getLast(), sum.getValue()))
                .toList();
    }

    /** The broadest first, what is put together last. */
    private static Map<String, Long> sums(List<Stream> streams, Function<Stream, String> end, String other) {
        Map<String, Long> sums = new HashMap<>();
        streams.forEach(stream -> sums.merge(end.apply(stream), stream.weight(), Math::addExact));
        return sums.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Long> sum) -> sum.getKey().equals(other))
                        .thenComparing(
                                Map.Entry.<String, Long>comparingByValue().reversed())
                        .thenComparing(Map.Entry::getKey))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, another) -> one, LinkedHashMap::new));
    }

    private static Map<String, Place> placed(Map<String, Long> column, long tallest, long whole) {
        Map<String, Place> placed = new LinkedHashMap<>();
        long top = GAP / 2 + (tallest - height(column.values(), whole)) / 2;
        for (Map.Entry<String, Long> node : column.entrySet()) {
            placed.put(node.getKey(), new Place(top, node.getValue()));
            top += slot(node.getValue(), whole);
        }
        return placed;
    }

    private static long height(Collection<Long> weights, long whole) {
        return weights.stream().mapToLong(weight -> slot(weight, whole)).sum();
    }

    /** Room for a node with its words. */
    private static long slot(long weight, long whole) {
        return Math.max(length(weight, whole), SLOT) + GAP;
    }

    /** How long a weight is drawn; never so short that it vanishes. */
    private static long length(long weight, long whole) {
        return Math.max(10, share(weight, whole));
    }

    private static long share(long weight, long whole) {
        return java.math.BigInteger.valueOf(weight)
                .multiply(java.math.BigInteger.valueOf(ALL))
                .divide(java.math.BigInteger.valueOf(whole))
                .longValueExact();
    }

    private static Box box(int column, String name, Place place, long whole, LongFunction<String> words) {
        long height = length(place.weight, whole);
        boolean before = column == 0;
        long edge = LEFT_EDGE[column];
        return new Box(
                column,
                name,
                words.apply(place.weight),
                tenths(edge),
                tenths(place.top),
                tenths(height),
                tenths(before ? edge - 80 : edge + NODE_WIDTH + 80),
                tenths(place.top + Math.min(height, SLOT) / 2 + 10),
                before);
    }

    private static List<Ribbon> ribbons(
            int column,
            List<Stream> streams,
            Map<String, Place> from,
            Map<String, Place> to,
            long whole,
            LongFunction<String> amount,
            Words words) {
        List<String> sources = List.copyOf(from.keySet());
        List<String> ends = List.copyOf(to.keySet());
        return streams.stream()
                .sorted(Comparator.comparingInt((Stream stream) -> sources.indexOf(stream.from()))
                        .thenComparingInt(stream -> ends.indexOf(stream.to())))
                .map(stream -> {
                    Place source = place(from, stream.from());
                    Place end = place(to, stream.to());
                    long left = source.top + share(source.left, whole);
                    long right = end.top + share(end.entered, whole);
                    source.left += stream.weight();
                    end.entered += stream.weight();
                    return new Ribbon(
                            column,
                            stream.to(),
                            outline(column, left, right, length(stream.weight(), whole)),
                            said(column, stream, amount, words));
                })
                .toList();
    }

    /** Beyond the middle a breadth is a share of people: no amount is told that would look like the price of it. */
    private static String said(int column, Stream stream, LongFunction<String> amount, Words words) {
        String way = words.say("figure.to-whom", stream.from(), stream.to());
        return column == 0 ? words.say("flow.amount", way, amount.apply(stream.weight())) : way;
    }

    private static Place place(Map<String, Place> places, String name) {
        Place place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("Nothing flows into " + name + " that could flow on");
        }
        return place;
    }

    private static String outline(int column, long left, long right, long breadth) {
        String from = tenths(LEFT_EDGE[column] + NODE_WIDTH);
        String to = tenths(LEFT_EDGE[column + 1]);
        String bend = tenths((LEFT_EDGE[column] + NODE_WIDTH + LEFT_EDGE[column + 1]) / 2);
        return "M%s %sC%s %s %s %s %s %sV%sC%s %s %s %s %s %sZ"
                .formatted(
                        from,
                        tenths(left),
                        bend,
                        tenths(left),
                        bend,
                        tenths(right),
                        to,
                        tenths(right),
                        tenths(right + breadth),
                        bend,
                        tenths(right + breadth),
                        bend,
                        tenths(left + breadth),
                        from,
                        tenths(left + breadth));
    }

    private static String tenths(long length) {
        return length / 10 + "." + length % 10;
    }
}
