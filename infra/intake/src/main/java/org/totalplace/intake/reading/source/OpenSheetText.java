package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The XML of an OpenDocument spreadsheet as it streams by; what it refers to outside of itself is never fetched. */
final class OpenSheetText implements AutoCloseable {

    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final InputStream in;
    private final XMLStreamReader reader;

    private OpenSheetText(ZipFile zip, InputStream in, XMLStreamReader reader) {
        this.zip = zip;
        this.in = in;
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static OpenSheetText of(Path file, Caps caps) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        boolean opened = false;
        try {
            InputStream in =
                    new CappedStream(zip.getInputStream(zip.getEntry(ZipContents.OPEN_SHEETS)), Files.size(file), caps);
            OpenSheetText text = new OpenSheetText(zip, in, XML.createXMLStreamReader(in));
            opened = true;
            return text;
        } catch (XMLStreamException e) {
            throw damaged(e);
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    int next() throws XMLStreamException {
        return reader.next();
    }

    /** Whether the element here goes by a name. */
    boolean is(String space, String name) {
        return name.equals(reader.getLocalName()) && space.equals(reader.getNamespaceURI());
    }

    /** An attribute of the element here, or nothing. */
    String attribute(String space, String name) {
        @Nullable String value = reader.getAttributeValue(space, name);
        return value == null ? "" : value;
    }

    String text() {
        return reader.getText();
    }

    /** What the reader of XML complains of, or what made it. */
    static IOException damaged(XMLStreamException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable unreadable) {
                return unreadable;
            }
        }
        @Nullable Throwable nested = thrown.getNestedException();
        return nested instanceof Unreadable unreadable
                ? unreadable
                : new Unreadable(
                        Unreadable.Reason.FORMAT,
                        "The OpenDocument spreadsheet is damaged (" + thrown.getMessage() + "). Save it again.");
    }

    @Override
    public void close() throws IOException {
        try (zip;
                in) {
            reader.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }
}
