package org.totalplace.starter.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ToldGroupsTests {

    private static final ToldGroup GROUP =
            ToldGroup.of(List.of("costs", "a/b\tc"), Map.of("area", "NM4 1", "ageBand", "75=&84"), 12);

    private final ToldGroups told = new ToldGroups("key");

    private @Nullable String header(@Nullable String key, List<ToldGroup> groups) {
        var request = key == null
                ? MockServerHttpRequest.get("/").build()
                : MockServerHttpRequest.get("/")
                        .header(ToldGroups.KEY_HEADER, key)
                        .build();
        ResponseEntity<String> answer =
                told.beside(request, ResponseEntity.ok().header("Other", "kept").body("figures"), groups);

        assertThat(answer.getBody()).isEqualTo("figures");
        assertThat(answer.getHeaders().getFirst("Other")).isEqualTo("kept");
        return answer.getHeaders().getFirst(ToldGroups.HEADER);
    }

    @Test
    void the_gateway_reads_the_groups_as_they_were_written() {
        assertThat(ToldGroups.read(header("key", List.of(GROUP, GROUP)))).containsExactly(GROUP, GROUP);
        assertThat(ToldGroups.read(header("key", List.of()))).isEmpty();
    }

    @Test
    void nobody_else_reads_them() {
        assertThat(header(null, List.of(GROUP))).isNull();
        assertThat(header("another", List.of(GROUP))).isNull();
        told_without_a_key_tells_nobody();
    }

    private static void told_without_a_key_tells_nobody() {
        var request =
                MockServerHttpRequest.get("/").header(ToldGroups.KEY_HEADER, "").build();

        assertThat(new ToldGroups("")
                        .beside(request, ResponseEntity.ok("figures"), List.of(GROUP))
                        .getHeaders()
                        .containsHeader(ToldGroups.HEADER))
                .isFalse();
    }

    @Test
    void thousands_of_them_fit_and_more_than_fit_are_not_told() {
        List<ToldGroup> many = groups(5_000);
        List<ToldGroup> tooMany = groups(200_000);

        assertThat(ToldGroups.read(Objects.requireNonNull(header("key", many)))).isEqualTo(many);
        assertThat(header("key", tooMany)).isNull();
    }

    private static List<ToldGroup> groups(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> ToldGroup.of(
                        List.of("costs", "stage" + number % 7), Map.of("area", "NM" + number * 31), number))
                .toList();
    }

    @Test
    void what_nobody_wrote_is_not_read() {
        assertThatThrownBy(() -> ToldGroups.read(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ToldGroups.read("bm90aGluZw")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ToldGroups.read("*")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_group_is_the_same_in_whatever_order_its_marks_are_given() {
        assertThat(GROUP.marks()).isEqualTo("ageBand=75%3D%2684&area=NM4+1");
        assertThat(ToldGroup.read(GROUP.figures(), GROUP.marks(), 12)).isEqualTo(GROUP);
        assertThat(GROUP.words()).isEqualTo("ageBand 75=&84, area NM4 1");
        assertThat(ToldGroup.of(List.of("costs"), Map.of(), 40).words()).isEqualTo("everybody");
    }
}
