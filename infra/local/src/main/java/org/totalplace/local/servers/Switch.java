package org.totalplace.local.servers;

import java.util.Locale;
import java.util.Map;

/** The one switch between containers and embedded servers. */
final class Switch {

    static final String VARIABLE = "TOTALPLACE_TEST_SERVERS";

    private Switch() {}

    static Servers chosen() {
        return chosen(System.getenv());
    }

    static Servers chosen(Map<String, String> environment) {
        String wish = environment.getOrDefault(VARIABLE, "auto").toLowerCase(Locale.ROOT);
        return switch (wish) {
            case "docker" -> new ContainerServers();
            case "embedded" -> new EmbeddedServers();
            case "auto" -> DockerEngine.answers(environment) ? new ContainerServers() : new EmbeddedServers();
            default ->
                throw new IllegalArgumentException(
                        VARIABLE + " is docker, embedded or auto, not '" + wish + "': set one of them or none");
        };
    }
}
