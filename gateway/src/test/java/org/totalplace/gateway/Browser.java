package org.totalplace.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without JavaScript: keeps cookies, follows redirects, sends forms with what they hide. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;

    Browser(int port) {
        this.address = "http://localhost:" + port;
    }

    HttpResponse<String> open(String path) {
        return send(request(path).GET());
    }

    /** What the browser was given to keep on the way to a page. */
    static List<String> kept(HttpResponse<String> page) {
        List<String> kept = new ArrayList<>();
        Optional<HttpResponse<String>> answer = Optional.of(page);
        while (answer.isPresent()) {
            kept.addAll(answer.get().headers().allValues("Set-Cookie"));
            answer = answer.get().previousResponse();
        }
        return kept;
    }

    /** As the page's script fetches it anew. */
    HttpResponse<String> refresh(String path) {
        return send(request(path).header("Page-Refresh", "live").GET());
    }

    /** A file's bytes as they come. */
    byte[] file(String path) {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** Sends a form as it stands on the page. */
    HttpResponse<String> submit(HttpResponse<String> page, String path, Map<String, String> fields) {
        Matcher hidden = CSRF.matcher(page.body());
        String token = hidden.find() ? hidden.group(1) : "";
        return post(path, fields, token);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String csrf) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + csrf)));
    }

    /** Sends a form that carries a file. */
    HttpResponse<String> upload(
            HttpResponse<String> page, String path, Map<String, String> fields, String name, byte[] file) {
        Matcher hidden = CSRF.matcher(page.body());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", hidden.find() ? hidden.group(1) : "");
        all.forEach((field, value) ->
                body.writeBytes(part("name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8))));
        body.writeBytes(part("name=\"file\"; filename=\"" + name + "\"", file));
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String disposition, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--part\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return part.toByteArray();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html,*/*;q=0.8");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
