package org.totalplace.local.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the Java processes of the stack are run: small, and with a cache of loaded classes where there is one. */
final class JavaOptions {

    /** A cache that does not fit is passed over in silence; a start without one is only slower. */
    private static final String QUIET = "-Xlog:aot=error,aot+codecache=error,aot+codecache+stubs=error";

    private JavaOptions() {}

    static List<String> service(int heapMb) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-Xmx" + heapMb + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8");
    }

    /** Uses the cache if it is there; in a training run makes it if it is not. */
    static List<String> cache(Path cache, boolean training) {
        List<String> options = new ArrayList<>();
        if (Files.exists(cache)) {
            options.add("-XX:AOTCache=" + cache);
            options.add(QUIET);
        } else if (training) {
            options.add("-XX:AOTCacheOutput=" + cache);
            options.add(QUIET);
        }
        return options;
    }
}
