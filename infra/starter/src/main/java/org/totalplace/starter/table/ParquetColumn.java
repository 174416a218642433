package org.totalplace.starter.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.BitSet;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One column of a Parquet file: what its cells are, and those of the row group that is being gathered. */
final class ParquetColumn {

    private static final int OPTIONAL = 1;
    private static final int DATA_PAGE = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;
    private static final int PENCE_SCALE = 2;
    private static final int PENCE_DIGITS = 18;
    private static final int LOW_BITS = 7;

    private final String name;
    private final Kind kind;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
    private BitSet truths = new BitSet();
    private int cells;
    private int present;
    private boolean runOfPresent;
    private int run;

    ParquetColumn(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** What cells are, with the number of the physical type. */
    enum Kind {
        TEXT(6),
        /** Pence; the file says that two digits of them are decimals. */
        POUNDS(2),
        WHOLE(2),
        FRACTION(5),
        DAY(1),
        TRUTH(0);

        private final int physical;

        Kind(int physical) {
            this.physical = physical;
        }

        static Kind of(Column.Type type) {
            return switch (type) {
                case TEXT, MONTH, YEAR -> TEXT;
                case POUNDS -> POUNDS;
                case COUNT -> WHOLE;
                case NUMBER, SHARE -> FRACTION;
                case DATE -> DAY;
                case TRUTH -> TRUTH;
            };
        }
    }

    Kind kind() {
        return kind;
    }

    /** Takes a cell; whether it is what the column holds. One that is not, or is empty, has no value here. */
    boolean take(String cell) {
        boolean fits = !cell.isEmpty() && written(cell);
        if (fits != runOfPresent) {
            endRun();
            runOfPresent = fits;
        }
        run++;
        cells++;
        if (fits) {
            present++;
        }
        return fits || cell.isEmpty();
    }

    /** Bytes that are held. */
    int held() {
        return values.size() + levels.size();
    }

    private boolean written(String cell) {
        try {
            switch (kind) {
                case TEXT -> text(cell);
                case POUNDS ->
                    number(new BigDecimal(cell)
                            .setScale(PENCE_SCALE, RoundingMode.UNNECESSARY)
                            .unscaledValue()
                            .longValueExact());
                case WHOLE -> number(new BigDecimal(cell).longValueExact());
                case FRACTION -> number(Double.doubleToLongBits(Double.parseDouble(cell)));
                case DAY ->
                    values.writeBytes(little(Integer.BYTES)
                            .putInt(Math.toIntExact(LocalDate.parse(cell).toEpochDay()))
                            .array());
                case TRUTH -> {
                    if (!cell.equals("true") && !cell.equals("false")) {
                        return false;
                    }
                    truths.set(present, cell.equals("true"));
                }
            }
            return true;
        } catch (ArithmeticException | NumberFormatException | DateTimeParseException other) {
            return false;
        }
    }

    private void text(String cell) {
        byte[] utf8 = cell.getBytes(StandardCharsets.UTF_8);
        values.writeBytes(little(Integer.BYTES).putInt(utf8.length).array());
        values.writeBytes(utf8);
    }

    private void number(long bits) {
        values.writeBytes(little(Long.BYTES).putLong(bits).array());
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Runs of cells with and without a value, as the format's hybrid of runs and bits counts them. */
    private void endRun() {
        if (run > 0) {
            int rest = run << 1;
            while ((rest >>> LOW_BITS) != 0) {
                levels.write(rest & 0x7F | 0x80);
                rest >>>= LOW_BITS;
            }
            levels.write(rest);
            levels.write(runOfPresent ? 1 : 0);
        }
        run = 0;
    }

    /** As the schema names it. */
    Thrift schema() {
        Thrift element =
                new Thrift().number(1, kind.physical).number(3, OPTIONAL).text(4, name);
        return switch (kind) {
            case TEXT -> element.number(6, 0).struct(10, new Thrift().struct(1, new Thrift()));
            case POUNDS ->
                element.number(6, 5)
                        .number(7, PENCE_SCALE)
                        .number(8, PENCE_DIGITS)
                        .struct(
                                10,
                                new Thrift()
                                        .struct(
                                                5,
                                                new Thrift()
                                                        .number(1, PENCE_SCALE)
                                                        .number(2, PENCE_DIGITS)));
            case DAY -> element.number(6, 6).struct(10, new Thrift().struct(6, new Thrift()));
            case WHOLE, FRACTION, TRUTH -> element;
        };
    }

    /** What is held, as one page, and forgets it. */
    Chunk chunk() {
        byte[] plain = page();
        byte[] packed = packed(plain);
        byte[] header = new Thrift()
                .number(1, DATA_PAGE)
                .number(2, plain.length)
                .number(3, packed.length)
                .struct(
                        5,
                        new Thrift()
                                .number(1, cells)
                                .number(2, PLAIN)
                                .number(3, RLE)
                                .number(4, RLE))
                .ended();
        Chunk chunk = new Chunk(kind.physical, name, header, packed, header.length + plain.length, cells);
        values.reset();
        levels.reset();
        truths = new BitSet();
        cells = 0;
        present = 0;
        return chunk;
    }

    private byte[] page() {
        endRun();
        byte[] held = kind == Kind.TRUTH ? bits() : values.toByteArray();
        return little(Integer.BYTES + levels.size() + held.length)
                .putInt(levels.size())
                .put(levels.toByteArray())
                .put(held)
                .array();
    }

    private byte[] bits() {
        byte[] set = truths.toByteArray();
        byte[] all = new byte[Math.ceilDiv(present, Byte.SIZE)];
        System.arraycopy(set, 0, all, 0, set.length);
        return all;
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = new QuickGzip(packed)) {
            packing.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /**
     * A column's cells of one row group.
     *
     * @param plain bytes before they were packed, with the header
     */
    record Chunk(int physical, String name, byte[] header, byte[] packed, long plain, int cells) {

        long size() {
            return (long) header.length + packed.length;
        }

        /** As the footer tells where it is. */
        Thrift told(long offset) {
            Thrift meta = new Thrift()
                    .number(1, physical)
                    .numbers(2, List.of(PLAIN, RLE))
                    .texts(3, List.of(name))
                    .number(4, GZIP)
                    .large(5, cells)
                    .large(6, plain)
                    .large(7, size())
                    .large(9, offset);
            return new Thrift().large(2, offset).struct(3, meta);
        }
    }
}
