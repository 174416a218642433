package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects of JSON, in an array or one after another, packed or not. Every object is looked at beforehand, for its
 * keys.
 */
record JsonFile(
        String container,
        String encoding,
        List<String> notes,
        boolean mayHaveLostCharacters,
        Map<String, Integer> columns,
        Encoding decoding,
        Bytes bytes,
        Caps caps)
        implements DataFile {

    static JsonFile open(Unpacked unpacked, String name, Caps caps) throws IOException {
        TextScan.Finding finding = TextScan.of(unpacked.bytes(), name);
        String container = unpacked.packing().isEmpty() ? "json" : "json in " + unpacked.packing();
        Map<String, Integer> columns = new LinkedHashMap<>();
        try (Records records = new JsonRecords(finding.encoding().open(unpacked.bytes()), columns, caps)) {
            SourceRecord record = records.next();
            while (record != null) {
                record = records.next();
            }
        }
        return new JsonFile(
                container,
                finding.encoding().words(),
                unpacked.notesBefore(finding.notes()),
                finding.lostCharacters(),
                columns,
                finding.encoding(),
                unpacked.bytes(),
                caps);
    }

    @Override
    public @Nullable Delimiting delimiting() {
        return null;
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public List<String> keys() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public Records records(int sheet) throws IOException {
        return new JsonRecords(decoding.open(bytes), columns, caps);
    }

    @Override
    public void close() {}
}
