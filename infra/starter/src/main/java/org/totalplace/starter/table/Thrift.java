package org.totalplace.starter.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One structure in the compact protocol of Apache Thrift, in which Parquet writes page headers and footers. Fields
 * are added in the order of their ids.
 */
final class Thrift {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;
    private static final int LOW_BITS = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int last;

    Thrift number(int id, int value) {
        field(id, I32);
        signed(value);
        return this;
    }

    Thrift large(int id, long value) {
        field(id, I64);
        signed(value);
        return this;
    }

    Thrift text(int id, String text) {
        field(id, BINARY);
        string(text);
        return this;
    }

    Thrift struct(int id, Thrift member) {
        field(id, STRUCT);
        bytes.writeBytes(member.ended());
        return this;
    }

    Thrift numbers(int id, List<Integer> values) {
        list(id, I32, values.size());
        values.forEach(this::signed);
        return this;
    }

    Thrift texts(int id, List<String> texts) {
        list(id, BINARY, texts.size());
        texts.forEach(this::string);
        return this;
    }

    Thrift structs(int id, List<Thrift> members) {
        list(id, STRUCT, members.size());
        members.forEach(member -> bytes.writeBytes(member.ended()));
        return this;
    }

    /** The whole structure. */
    byte[] ended() {
        byte[] fields = bytes.toByteArray();
        byte[] ended = new byte[fields.length + 1];
        System.arraycopy(fields, 0, ended, 0, fields.length);
        return ended;
    }

    private void field(int id, int type) {
        bytes.write((id - last) << 4 | type);
        last = id;
    }

    private void list(int id, int type, int size) {
        field(id, LIST);
        if (size < SHORT_LIST) {
            bytes.write(size << 4 | type);
        } else {
            bytes.write(SHORT_LIST << 4 | type);
            unsigned(size);
        }
    }

    private void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        bytes.writeBytes(utf8);
    }

    private void signed(long value) {
        unsigned(value << 1 ^ value >> (Long.SIZE - 1));
    }

    private void unsigned(long value) {
        long rest = value;
        while ((rest >>> LOW_BITS) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= LOW_BITS;
        }
        bytes.write((int) rest);
    }
}
