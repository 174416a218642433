package org.totalplace.local.servers;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether a Docker engine answers on its socket. */
final class DockerEngine {

    private static final String DEFAULT = "unix:///var/run/docker.sock";

    private DockerEngine() {}

    static boolean answers(Map<String, String> environment) {
        String host = environment.getOrDefault("DOCKER_HOST", DEFAULT);
        // An engine that somebody names by address is believed to be there.
        return host.startsWith("unix://") ? answersAt(Path.of(host.substring("unix://".length()))) : !host.isBlank();
    }

    private static boolean answersAt(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            String ping = "GET /_ping HTTP/1.0\r\n\r\n";
            channel.write(ByteBuffer.wrap(ping.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).contains(" 200 ");
        } catch (IOException silent) {
            return false;
        }
    }
}
