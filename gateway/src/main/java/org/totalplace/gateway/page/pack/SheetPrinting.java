package org.totalplace.gateway.page.pack;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.web.webflux.SpringWebFluxWebApplication;
import org.totalplace.gateway.page.Sheet;
import org.totalplace.gateway.page.Words;

/** Prints the section of a page's template, without the frame that it has by itself. */
@Component
class SheetPrinting {

    private static final Set<String> SECTION = Set.of("section");

    private final ISpringWebFluxTemplateEngine templates;
    private final SpringWebFluxWebApplication application =
            SpringWebFluxWebApplication.buildApplication(ReactiveAdapterRegistry.getSharedInstance());

    SheetPrinting(ISpringWebFluxTemplateEngine templates) {
        this.templates = templates;
    }

    String print(ServerWebExchange exchange, Sheet sheet, Words words) {
        Map<String, @Nullable Object> model = new HashMap<>(sheet.model());
        model.put("words", words);
        WebContext context = new WebContext(
                application.buildExchange(
                        new Apart(exchange), words.language().locale(), MediaType.TEXT_HTML, StandardCharsets.UTF_8),
                words.language().locale(),
                model);
        return templates.process(sheet.template(), SECTION, context);
    }

    /** Templates keep what they show with the exchange: sheets of one pack must not meet there. */
    private static final class Apart extends ServerWebExchangeDecorator {

        private final Map<String, Object> attributes;

        Apart(ServerWebExchange exchange) {
            super(exchange);
            this.attributes = new ConcurrentHashMap<>(exchange.getAttributes());
        }

        @Override
        public Map<String, Object> getAttributes() {
            return attributes;
        }
    }
}
