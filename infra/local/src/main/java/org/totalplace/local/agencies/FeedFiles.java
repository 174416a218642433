package org.totalplace.local.agencies;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Answers for the files of one folder and for nothing outside it. */
final class FeedFiles implements HttpHandler {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final Path folder;

    FeedFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (path.equals("/health")) {
                text(exchange, 200, "well");
            } else if (!head && !exchange.getRequestMethod().equals("GET")) {
                text(exchange, 405, "Files are read with GET or HEAD.");
            } else {
                file(exchange, folder.resolve(path.substring(1)).normalize(), head);
            }
        }
    }

    private void file(HttpExchange exchange, Path file, boolean head) throws IOException {
        // What the folder keeps for tests, the truth, is not an agency's to publish.
        boolean published = file.startsWith(folder.resolve("feeds"));
        if (!published || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            text(exchange, 404, "There is no such file here.");
            return;
        }
        String tag = tag(file);
        Headers headers = exchange.getResponseHeaders();
        headers.set("ETag", tag);
        headers.set("Last-Modified", HTTP_DATE.format(modified(file)));
        headers.set("Content-Type", type(file));
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else if (head) {
            headers.set("Content-Length", String.valueOf(Files.size(file)));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, Files.size(file));
            Files.copy(file, exchange.getResponseBody());
        }
    }

    private static String tag(Path file) throws IOException {
        return "\"%x-%x\"".formatted(Files.size(file), modified(file).toEpochMilli());
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    private static String type(Path file) {
        String name = file.toString();
        if (name.endsWith(".csv")) {
            return "text/csv";
        }
        return name.endsWith(".ndjson") ? "application/x-ndjson" : "application/octet-stream";
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
