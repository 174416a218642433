package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of a log, one record each. Every event is looked at beforehand, for its attributes. */
record EventLogFile(
        Form form,
        String container,
        String encoding,
        List<String> notes,
        boolean mayHaveLostCharacters,
        Map<String, Integer> columns,
        Map<String, String> types,
        Encoding decoding,
        Bytes bytes,
        Caps caps)
        implements DataFile {

    /** How the log is written. */
    enum Form {
        XES("xes"),
        OCEL("ocel 2.0 json");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    static EventLogFile open(Unpacked unpacked, String name, Form form, Caps caps) throws IOException {
        TextScan.Finding finding = TextScan.of(unpacked.bytes(), name);
        Map<String, String> types =
                form == Form.OCEL ? OcelRecords.objectTypes(finding.encoding().open(unpacked.bytes()), caps) : Map.of();
        EventLogFile file = new EventLogFile(
                form,
                unpacked.packing().isEmpty() ? form.words : form.words + " in " + unpacked.packing(),
                finding.encoding().words(),
                unpacked.notesBefore(finding.notes()),
                finding.lostCharacters(),
                new LinkedHashMap<>(),
                types,
                finding.encoding(),
                unpacked.bytes(),
                caps);
        try (Records records = file.records(0)) {
            SourceRecord record = records.next();
            while (record != null) {
                record = records.next();
            }
        }
        return file;
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
        LogColumns cells = new LogColumns(columns, caps);
        return switch (form) {
            case XES -> new XesRecords(decoding.open(bytes), cells);
            case OCEL -> new OcelRecords(decoding.open(bytes), cells, types, caps);
        };
    }

    @Override
    public void close() {}
}
