package org.totalplace.spend.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.delivery.Spool;

/** Fetches a file from an agency's address, blocking. */
final class Fetching {

    /** From the request to the last byte. */
    static final Duration WHOLE = Duration.ofMinutes(10);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int REDIRECTS = 5;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]+)\"?");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final PullAddress addresses;

    Fetching(PullAddress addresses) {
        this.addresses = addresses;
    }

    /** What the address said the last time. */
    record Known(@Nullable String etag, @Nullable String lastModified) {}

    /**
     * @param known null to fetch in any case
     * @throws IOException if the agency cannot be reached or answers with a failure of its own
     */
    Fetched fetch(URI address, @Nullable Known known, Spool spool) throws IOException, InterruptedException {
        URI current = address;
        for (int i = 0; i <= REDIRECTS; i++) {
            Optional<String> objection = addresses.objection(current);
            if (objection.isPresent()) {
                return new Fetched.Refused(objection.get());
            }
            HttpResponse<InputStream> response =
                    http.send(request(current, known), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (!MOVED.contains(response.statusCode())) {
                    return answered(current, response, body, spool);
                }
            }
            URI next = current.resolve(response.headers().firstValue("Location").orElse(""));
            if (!sameHost(current, next)) {
                return new Fetched.Refused("'" + current.getHost() + "' sends us on to another host, '" + next.getHost()
                        + "'; register that address if it is right");
            }
            current = next;
        }
        return new Fetched.Refused("'" + address + "' sends us round in circles");
    }

    private static HttpRequest request(URI address, @Nullable Known known) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(WHOLE).GET();
        if (known != null && known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        if (known != null && known.lastModified() != null) {
            request.header("If-Modified-Since", known.lastModified());
        }
        return request.build();
    }

    private static Fetched answered(URI address, HttpResponse<InputStream> response, InputStream body, Spool spool)
            throws IOException {
        int status = response.statusCode();
        if (status == 304) {
            return new Fetched.NotModified();
        }
        if (status >= 500) {
            throw new IOException("'" + address.getHost() + "' answered with " + status);
        }
        if (status != 200) {
            return new Fetched.Refused("'" + address + "' answered with " + status + " instead of a file");
        }
        return new Fetched.File(
                name(address, response),
                spool.write(UUID.randomUUID(), body),
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Last-Modified").orElse(null));
    }

    private static String name(URI address, HttpResponse<?> response) {
        Matcher said = FILE_NAME.matcher(
                response.headers().firstValue("Content-Disposition").orElse(""));
        String path = said.find() ? said.group(1) : address.getPath();
        Path last = path == null ? null : Path.of(path).getFileName();
        return last == null ? "delivery" : last.toString();
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getHost() != null && one.getHost().equalsIgnoreCase(other.getHost());
    }
}
