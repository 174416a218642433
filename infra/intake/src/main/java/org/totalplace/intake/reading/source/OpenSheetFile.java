package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * An OpenDocument spreadsheet and those of its sheets that people see.
 *
 * @param places of the visible sheets among all
 */
record OpenSheetFile(
        List<String> sheets, List<Integer> places, List<String> notes, String packing, Path file, Caps caps)
        implements SpreadsheetFile {

    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final int MOST_OF_MANIFEST = 256 * 1024;

    /** @param packing what the document was in, whose unpacked copy is deleted in the end; or empty */
    static OpenSheetFile open(Path file, String name, String packing, Caps caps) throws IOException {
        boolean opened = false;
        try {
            refuseProtected(file, name);
            OpenSheetFile document = scanned(file, packing, caps);
            opened = true;
            return document;
        } finally {
            if (!opened) {
                SpreadsheetFile.deleteUnpacked(file, packing);
            }
        }
    }

    private static void refuseProtected(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
            String text = manifest == null
                    ? ""
                    : new String(zip.getInputStream(manifest).readNBytes(MOST_OF_MANIFEST), StandardCharsets.UTF_8);
            if (text.contains("encryption-data")) {
                throw new Unreadable(
                        Unreadable.Reason.FORMAT,
                        "'" + name + "' is an OpenDocument spreadsheet protected by a password. Save it without.");
            }
        }
    }

    /** Styles stand before the sheets that they hide. */
    private static OpenSheetFile scanned(Path file, String packing, Caps caps) throws IOException {
        List<String> visible = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<String> hidden = new HashSet<>();
        String style = "";
        int place = 0;
        try (OpenSheetText text = OpenSheetText.of(file, caps)) {
            for (int event = text.next(); event != XMLStreamConstants.END_DOCUMENT; event = text.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (text.is(STYLE, "style")) {
                    style = text.attribute(STYLE, "name");
                } else if (text.is(STYLE, "table-properties")
                        && text.attribute(TABLE, "display").equals("false")) {
                    hidden.add(style);
                } else if (text.is(TABLE, "table")) {
                    String name = text.attribute(TABLE, "name");
                    if (hidden.contains(text.attribute(TABLE, "style-name"))) {
                        notes.add("The hidden sheet '" + name + "' was not read.");
                    } else {
                        visible.add(name);
                        places.add(place);
                    }
                    place++;
                }
            }
        } catch (XMLStreamException e) {
            throw OpenSheetText.damaged(e);
        }
        return new OpenSheetFile(List.copyOf(visible), List.copyOf(places), List.copyOf(notes), packing, file, caps);
    }

    @Override
    public String container() {
        return packing.isEmpty() ? "ods" : "ods in " + packing;
    }

    @Override
    public Records records(int sheet) throws IOException {
        return new OpenSheetRecords(OpenSheetText.of(file, caps), places.get(sheet), caps);
    }

    @Override
    public void close() throws IOException {
        SpreadsheetFile.deleteUnpacked(file, packing);
    }
}
