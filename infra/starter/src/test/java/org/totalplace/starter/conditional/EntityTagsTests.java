package org.totalplace.starter.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class EntityTagsTests {

    private static final String TOTALS = "/api/v1/spend/totals";
    private static final String FIGURES = "{\"asOf\":\"2026-03-01T12:00:00Z\",\"amount\":5}";
    private static final String SAME_LATER = "{\"asOf\":\"2026-03-02T12:00:00Z\",\"amount\":5}";
    private static final String OTHERS = "{\"asOf\":\"2026-03-01T12:00:00Z\",\"amount\":6}";

    @Test
    void an_answer_has_a_tag_and_is_kept_by_its_reader_only() {
        MockServerHttpResponse answer = answered(MockServerHttpRequest.get(TOTALS), FIGURES);

        assertThat(answer.getHeaders().getETag()).matches("W/\"[0-9a-f]{32}\"");
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("private, no-cache");
        assertThat(answer.getBodyAsString().block()).isEqualTo(FIGURES);
    }

    @ParameterizedTest
    @ValueSource(strings = {FIGURES, SAME_LATER})
    void who_has_the_figures_is_not_sent_them_again(String now) {
        MockServerHttpResponse answer =
                answered(MockServerHttpRequest.get(TOTALS).ifNoneMatch("W/\"other\"", EntityTags.tag(FIGURES)), now);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(answer.getBodyAsString().block()).isEmpty();
        assertThat(answer.getHeaders().getETag()).isEqualTo(EntityTags.tag(FIGURES));
    }

    @Test
    void who_asks_for_the_headers_alone_is_told_the_tag_too() {
        assertThat(answered(MockServerHttpRequest.head(TOTALS), FIGURES)
                        .getHeaders()
                        .getETag())
                .isEqualTo(EntityTags.tag(FIGURES));
    }

    @Test
    void figures_that_changed_are_sent() {
        MockServerHttpResponse answer =
                answered(MockServerHttpRequest.get(TOTALS).ifNoneMatch(EntityTags.tag(FIGURES)), OTHERS);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBodyAsString().block()).isEqualTo(OTHERS);
    }

    @Test
    void answers_about_a_person_have_none() {
        assertThat(answered(MockServerHttpRequest.get("/api/v1/people/1"), FIGURES)
                        .getHeaders()
                        .getETag())
                .isNull();
        assertThat(answered(MockServerHttpRequest.get(TOTALS).header("X-Purpose", "audit"), FIGURES)
                        .getHeaders()
                        .getETag())
                .isNull();
    }

    @Test
    void what_is_streamed_is_not_held_back() {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(TOTALS));

        new EntityTags()
                .filter(exchange, through -> {
                    ServerHttpResponse response = through.getResponse();
                    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
                    response.setStatusCode(HttpStatus.OK);
                    return response.writeWith(Flux.just(buffer(response, "["), buffer(response, "]")));
                })
                .block();

        assertThat(exchange.getResponse().getHeaders().getETag()).isNull();
    }

    private static MockServerHttpResponse answered(MockServerHttpRequest.BaseBuilder<?> asked, String json) {
        MockServerWebExchange exchange = MockServerWebExchange.from(asked);
        new EntityTags()
                .filter(exchange, through -> {
                    ServerHttpResponse response = through.getResponse();
                    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
                    response.setStatusCode(HttpStatus.OK);
                    return response.writeWith(Mono.just(buffer(response, json)));
                })
                .block();
        return exchange.getResponse();
    }

    private static DataBuffer buffer(ServerHttpResponse response, String text) {
        return response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
