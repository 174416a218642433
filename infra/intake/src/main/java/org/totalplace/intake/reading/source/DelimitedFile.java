package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with delimiters, packed or not. */
record DelimitedFile(
        String container,
        String encoding,
        Delimiting delimiting,
        List<String> notes,
        boolean mayHaveLostCharacters,
        Encoding decoding,
        Bytes bytes,
        Caps caps)
        implements DataFile {

    static DelimitedFile open(Unpacked unpacked, String name, Caps caps) throws IOException {
        TextScan.Finding finding = TextScan.of(unpacked.bytes(), name);
        Delimiting delimiting = Delimiting.of(finding.encoding(), unpacked.bytes());
        String container = unpacked.packing().isEmpty() ? "csv" : "csv in " + unpacked.packing();
        return new DelimitedFile(
                container,
                finding.encoding().words(),
                delimiting,
                unpacked.notesBefore(finding.notes()),
                finding.lostCharacters(),
                finding.encoding(),
                unpacked.bytes(),
                caps);
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public @Nullable List<String> keys() {
        return null;
    }

    @Override
    public Records records(int sheet) throws IOException {
        return new DelimitedRecords(() -> decoding.open(bytes), delimiting, caps);
    }

    @Override
    public void close() {}
}
