package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of an OpenDocument spreadsheet: numbers and days as the file stores them, all else as it shows
 * it. Rows and cells that are alike may be stored once, with how often they come; rows without content are left out.
 */
final class OpenSheetRecords implements Records {

    private static final String TABLE = OpenSheetFile.TABLE;
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final Set<String> NUMBERS = Set.of("float", "currency", "percentage");
    private static final int MOST_SPACES = 1000;

    private final OpenSheetText xml;
    private final Caps caps;
    private long number;
    private long copies;
    private String[] cells = {};
    private boolean ended;

    OpenSheetRecords(OpenSheetText xml, int place, Caps caps) throws IOException {
        this.xml = xml;
        this.caps = caps;
        boolean found = false;
        try {
            for (int tables = -1; tables < place && !ended; ) {
                int event = xml.next();
                ended = event == XMLStreamConstants.END_DOCUMENT;
                tables += event == XMLStreamConstants.START_ELEMENT && xml.is(TABLE, "table") ? 1 : 0;
            }
            found = true;
        } catch (XMLStreamException e) {
            throw OpenSheetText.damaged(e);
        } finally {
            if (!found) {
                xml.close();
            }
        }
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
        try {
            while (copies == 0 && !ended) {
                readOn();
            }
        } catch (XMLStreamException e) {
            throw OpenSheetText.damaged(e);
        }
        if (copies == 0) {
            return null;
        }
        copies--;
        number++;
        return new SourceRecord(number, cells);
    }

    private void readOn() throws XMLStreamException, Unreadable {
        int event = xml.next();
        if (event == XMLStreamConstants.END_DOCUMENT
                || (event == XMLStreamConstants.END_ELEMENT && xml.is(TABLE, "table"))) {
            ended = true;
        } else if (event == XMLStreamConstants.START_ELEMENT && xml.is(TABLE, "table-row")) {
            long repeated = repeated("number-rows-repeated");
            cells = row();
            copies = cells.length == 0 ? 0 : repeated;
            number += cells.length == 0 ? repeated : 0;
        }
    }

    private long repeated(String attribute) {
        String printed = xml.attribute(TABLE, attribute);
        try {
            return printed.isEmpty() ? 1 : Math.max(1, Long.parseLong(printed));
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }

    /** The cells up to the last that has content. */
    private String[] row() throws XMLStreamException, Unreadable {
        List<String> row = new ArrayList<>();
        long empty = 0;
        for (int event = xml.next(); !isEnd(event, "table-row"); event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT
                    || !(xml.is(TABLE, "table-cell") || xml.is(TABLE, "covered-table-cell"))) {
                continue;
            }
            long repeated = repeated("number-columns-repeated");
            String cell = cell();
            if (cell.isEmpty()) {
                empty += repeated;
                continue;
            }
            if (row.size() + empty + repeated > caps.columns()) {
                throw caps.tooManyColumns(number + 1);
            }
            for (; empty > 0; empty--) {
                row.add("");
            }
            for (long i = 0; i < repeated; i++) {
                row.add(cell);
            }
        }
        return row.toArray(String[]::new);
    }

    private boolean isEnd(int event, String element) {
        return event == XMLStreamConstants.END_DOCUMENT
                || (event == XMLStreamConstants.END_ELEMENT && xml.is(TABLE, element));
    }

    private String cell() throws XMLStreamException, Unreadable {
        String type = xml.attribute(OFFICE, "value-type");
        String stored = NUMBERS.contains(type)
                ? xml.attribute(OFFICE, "value")
                : type.equals("date") ? xml.attribute(OFFICE, "date-value") : "";
        String shown = shown();
        return SourceRecord.withoutZeros(stored.isEmpty() ? shown : stored);
    }

    /** The paragraphs of a cell, without what was written beside it. */
    private String shown() throws XMLStreamException, Unreadable {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int aside = 0;
        int paragraphs = 0;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    aside += aside > 0 || xml.is(OFFICE, "annotation") ? 1 : 0;
                    if (aside == 0) {
                        paragraphs += begin(text, paragraphs) ? 1 : 0;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    aside -= aside > 0 ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (aside == 0 && paragraphs > 0) {
                        text.append(xml.text());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> depth = 0;
                default -> {}
            }
            if (text.length() > caps.cellCharacters()) {
                throw caps.tooLongACell(number + 1);
            }
        }
        return text.toString();
    }

    /** Writes what an element stands for, and tells whether it begins a paragraph. */
    private boolean begin(StringBuilder text, int paragraphs) {
        boolean paragraph = xml.is(TEXT, "p") || xml.is(TEXT, "h");
        if ((paragraph && paragraphs > 0) || xml.is(TEXT, "line-break")) {
            text.append('\n');
        } else if (xml.is(TEXT, "tab")) {
            text.append('\t');
        } else if (xml.is(TEXT, "s")) {
            text.append(" ".repeat(spaces()));
        }
        return paragraph;
    }

    private int spaces() {
        String count = xml.attribute(TEXT, "c");
        boolean figures =
                !count.isEmpty() && count.length() < 4 && count.chars().allMatch(Character::isDigit);
        return figures ? Math.min(Integer.parseInt(count), MOST_SPACES) : 1;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
