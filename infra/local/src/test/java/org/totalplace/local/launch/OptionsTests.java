package org.totalplace.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OptionsTests {

    @Test
    void without_any_the_manuals_addresses_and_the_sample_place_are_meant() {
        Options options = parse();

        assertThat(options.ports().gateway()).isEqualTo(8080);
        assertThat(options.ports().identityProvider()).isEqualTo(9000);
        assertThat(options.empty()).isFalse();
        assertThat(options.data()).isEqualTo(Path.of("/usual"));
    }

    @Test
    void all_of_them_are_understood() {
        Options options = parse("--data", "/place", "--empty", "--port-base", "18000", "--persons", "500", "--check");

        assertThat(options)
                .isEqualTo(new Options(Path.of("/place"), true, new Ports(18000), OptionalInt.of(500), true, false));
    }

    @Test
    void an_unknown_one_is_named() {
        assertThatThrownBy(() -> parse("--frob"))
                .hasMessage("There is no option --frob: ./infra/up --help lists those" + " that there are.");
    }

    @Test
    void a_word_where_a_number_belongs_is_named() {
        assertThatThrownBy(() -> parse("--port-base", "high")).hasMessage("--port-base needs a number, not 'high'.");
    }

    @Test
    void ports_that_do_not_exist_are_refused() {
        assertThatThrownBy(() -> parse("--port-base", "65000")).hasMessageContaining("between 1024 and 60000");
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), Path.of("/usual"));
    }
}
