package org.totalplace.spend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class FileNameTests {

    private static final URI ADDRESS = URI.create("https://council.example/spend/may%202025.csv?version=2");

    @Test
    void is_what_the_server_says() {
        assertThat(FileName.of(ADDRESS, "attachment; filename=\"spend.csv\"")).isEqualTo("spend.csv");
    }

    @Test
    void is_the_end_of_the_address_otherwise() {
        assertThat(FileName.of(ADDRESS, null)).isEqualTo("may 2025.csv");
        assertThat(FileName.of(URI.create("https://council.example/"), null)).isEqualTo("delivery");
        assertThat(FileName.of(URI.create("https://council.example"), null)).isEqualTo("delivery");
    }

    @Test
    void never_leads_elsewhere() {
        assertThat(FileName.of(ADDRESS, "attachment; filename=\"../../etc/passwd\""))
                .isEqualTo("passwd");
        assertThat(FileName.of(ADDRESS, "attachment; filename=\"..\\x.csv\"")).isEqualTo("x.csv");
    }
}
