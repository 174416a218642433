package org.totalplace.gateway.page.pack;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.totalplace.gateway.language.Language;

/**
 * The pack as a tagged PDF (PDF/UA). The figures are those of the page, for it is the page that is printed. Pictures
 * are left to the page; the table beside each says the same. Nothing is fetched while it is made.
 */
@Component
class PackPdf {

    private static final String TYPEFACE = "Liberation Sans";
    private static final Resource STYLE = new ClassPathResource("pages/board-pack.css");
    private static final Resource REGULAR = new ClassPathResource("liberation/LiberationSans-Regular.ttf");
    private static final Resource BOLD = new ClassPathResource("liberation/LiberationSans-Bold.ttf");

    PackPdf() {
        XRLog.setLoggingEnabled(false);
    }

    byte[] of(Language language, String title, String says, List<PackedSheet> sheets) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder printing = new PdfRendererBuilder();
        printing.usePdfUaAccessibility(true);
        printing.useFont(() -> open(REGULAR), TYPEFACE, 400, FontStyle.NORMAL, true);
        printing.useFont(() -> open(BOLD), TYPEFACE, 700, FontStyle.NORMAL, true);
        printing.useUriResolver((base, asked) -> null);
        printing.withProducer("Total Place");
        printing.withW3cDocument(new W3CDom().namespaceAware(true).fromJsoup(page(language, title, says, sheets)), "/");
        printing.toStream(pdf);
        try {
            printing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static Document page(Language language, String title, String says, List<PackedSheet> sheets) {
        Document page = Document.createShell("");
        page.getElementsByTag("html").attr("lang", language.code());
        page.title(title);
        page.head().appendElement("meta").attr("name", "subject").attr("content", says);
        page.head().appendElement("meta").attr("name", "description").attr("content", says);
        page.head().appendElement("style").append(text(STYLE));
        Element marks = page.head().appendElement("bookmarks");
        sheets.forEach(sheet ->
                marks.appendElement("bookmark").attr("name", sheet.title()).attr("href", "#" + sheet.id()));
        Element front = page.body().appendElement("div").addClass("front");
        front.appendElement("h1").text(title);
        front.appendElement("p").text(says);
        Element contents = front.appendElement("ol");
        sheets.forEach(sheet -> contents.appendElement("li")
                .appendElement("a")
                .attr("href", "#" + sheet.id())
                .text(sheet.title()));
        sheets.forEach(sheet -> {
            Element body = sheet.body().clone();
            body.select("svg, title").remove();
            // An address within the place leads nowhere from paper.
            body.select("a").unwrap();
            body.select(".govuk-visually-hidden:not(caption)").remove();
            page.body()
                    .appendElement("div")
                    .addClass("sheet")
                    .attr("id", sheet.id())
                    .html(body.html());
        });
        return page;
    }

    private static InputStream open(Resource resource) {
        try {
            return resource.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
