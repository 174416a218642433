package org.totalplace.intake.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Mono;

/** What can be looked at before a file is sent, and checked after: previews, schemas, the key of receipts. */
@RestController
@RequestMapping("${totalplace.intake.path}")
@Tag(name = "Feeds and deliveries")
class PreviewEndpoints {

    private final Feeds feeds;
    private final Previews previews;
    private final FeedSchemas schemas;
    private final Receipts receipts;

    PreviewEndpoints(Feeds feeds, Previews previews, FeedSchemas schemas, Receipts receipts) {
        this.feeds = feeds;
        this.previews = previews;
        this.schemas = schemas;
        this.receipts = receipts;
    }

    @PostMapping("/feeds/{feed}/previews")
    @Operation(
            summary = "Look at how a file would be read",
            description = "The body is the file. The answer is the report it would get, with its first ten rows as "
                    + "they are read; nothing is kept.")
    Mono<Map<String, Object>> preview(
            @PathVariable("feed") String code,
            @RequestParam(name = "name", defaultValue = "delivery") String name,
            @RequestParam(name = "period", required = false) @Nullable String period,
            @RequestParam(name = "phase", required = false) @Nullable String phase,
            @RequestHeader(name = "Content-Digest", required = false) @Nullable String digest,
            @RequestHeader(name = "Content-Encoding", required = false) @Nullable String encoding,
            ServerHttpRequest request,
            Caller caller) {
        Upload upload =
                new Upload(name, DeliveryEndpoints.period(period), null, null, DeliveryEndpoints.phase(phase), null);
        Arrival arrival = Arrival.of(digest, encoding);
        return feeds.owned(code, caller).flatMap(feed -> previews.of(feed, upload, arrival, request.getBody()));
    }

    @GetMapping("/feeds/{feed}/schema")
    @Operation(
            summary = "The feed's columns as a Table Schema",
            description = "By the Frictionless standard, so that a file can be checked before it is sent.")
    Mono<Map<String, Object>> schema(@PathVariable("feed") String code, Caller caller) {
        return feeds.readable(code, caller).flatMap(schemas::of);
    }

    /** @param publicKey base64 of the key's X.509 form */
    record ReceiptKey(String algorithm, String publicKey) {}

    @GetMapping("/receipt-key")
    @Operation(summary = "The key that receipts are signed with")
    ReceiptKey receiptKey() {
        return new ReceiptKey("Ed25519", receipts.publicKey());
    }
}
