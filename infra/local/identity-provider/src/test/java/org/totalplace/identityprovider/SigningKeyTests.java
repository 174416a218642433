package org.totalplace.identityprovider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTests {

    @TempDir
    Path folder;

    @Test
    void is_the_same_after_a_restart() {
        String first = SigningKey.in(folder).getKeyID();

        assertThat(SigningKey.in(folder).getKeyID()).isEqualTo(first);
    }

    @Test
    void is_readable_to_its_owner_only() throws IOException {
        SigningKey.in(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-key.json"))))
                .isEqualTo("rw-------");
    }
}
