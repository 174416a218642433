package org.totalplace.gateway.page.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;
import tools.jackson.databind.JsonNode;

/**
 * A page of services ready to print.
 *
 * @param total in words
 * @param before and after: addresses of the pages beside this one
 */
record ServicesFound(
        String total,
        long page,
        long pages,
        List<ServiceShown> services,
        @Nullable String before,
        @Nullable String after) {

    static ServicesFound of(JsonNode answer, ServicesAsked asked, Words words) {
        long page = answer.path("page_number").asLong(1);
        long pages = answer.path("total_pages").asLong(1);
        long total = answer.path("total_items").asLong(0);
        return new ServicesFound(
                words.say("services.found", total),
                page,
                pages,
                answer.path("contents")
                        .valueStream()
                        .map(service -> ServiceShown.of(service, words))
                        .toList(),
                page > 1 ? asked.page(Math.min(page - 1, Math.max(1, pages))) : null,
                page < pages ? asked.page(page + 1) : null);
    }
}
