package org.totalplace.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.totalplace.local.process.Folders;
import org.totalplace.local.process.PlainRun;
import org.totalplace.local.process.RunAs;

/** Makes the data folder of a new server, whole or not at all. */
record NewCluster(Path data, PostgresBinaries binaries) {

    void create(String password) {
        Path unfinished = data.resolveSibling("data.unfinished");
        Path passwordFile = data.resolveSibling("password.unfinished");
        try {
            Folders.delete(unfinished);
            Files.createDirectories(data.getParent());
            Files.writeString(passwordFile, password);
            // Sorted by code point on every machine alike, so that pages of a list agree everywhere.
            PlainRun.of(
                    List.of(
                            binaries.program("initdb"),
                            "-D",
                            unfinished.toString(),
                            "-U",
                            "postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8"),
                    RunAs.NOT_ROOT);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException("PostgreSQL's data folder could not be made at " + data, broken);
        } finally {
            passwordFile.toFile().delete();
        }
    }
}
