package org.totalplace.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What callers read who ask with something missing or of another kind. */
class InputErrorsTests {

    private final WebTestClient web = WebTestClient.bindToController(new Asked())
            .controllerAdvice(new ProblemAdvice())
            .build();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/asked, missing, year, 'year' is missing",
                "/asked?year=x, wrong-kind, year, 'year' is a whole number",
                "/asked?year=1&limit=many, wrong-kind, limit, 'limit' is a whole number",
                "/asked?year=1&side=up, wrong-kind, side, 'side' is one of",
                "/asked/abc, wrong-kind, id, 'id' is an id"
            })
    void name_the_parameter(String path, String code, String parameter, String told) {
        web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("bad-input")
                .jsonPath("$.errors[0].code")
                .isEqualTo(code)
                .jsonPath("$.errors[0].path")
                .isEqualTo(parameter)
                .jsonPath("$.errors[0].message")
                .value(String.class, message -> assertThat(message).contains(told));
    }

    @Test
    void list_what_would_have_been_taken() {
        web.get()
                .uri("/asked?year=1&side=up")
                .exchange()
                .expectBody()
                .jsonPath("$.errors[0].allowed")
                .isEqualTo(List.of("left", "far-right"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\": \"x\", \"lines\": []} | $.amount",
                "{\"amount\": 1, \"lines\": [{\"year\": 1}, {\"year\": \"x\"}]} | $.lines[1].year",
                "no json | $",
                "'' | $"
            })
    void say_where_in_a_body(String body, String place) {
        web.post()
                .uri("/asked")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].path")
                .isEqualTo(place);
    }

    @Test
    void keep_what_else_the_caller_may_do() {
        web.method(HttpMethod.DELETE)
                .uri("/asked")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .value(HttpHeaders.ALLOW, allowed -> assertThat(allowed).contains("GET", "POST"));
    }

    @RestController
    @RequestMapping("/asked")
    static final class Asked {

        enum Side {
            LEFT,
            FAR_RIGHT
        }

        record Line(int year) {}

        record Body(int amount, List<Line> lines) {}

        @GetMapping
        String ask(
                @RequestParam int year,
                @RequestParam(name = "limit", defaultValue = "5") int atMost,
                @RequestParam(defaultValue = "LEFT") Side side,
                @RequestHeader(defaultValue = "1") int version) {
            return "" + year + atMost + side + version;
        }

        @GetMapping("/{id}")
        String one(@PathVariable UUID id) {
            return id.toString();
        }

        @PostMapping
        String send(@RequestBody Body body) {
            return body.toString();
        }
    }
}
