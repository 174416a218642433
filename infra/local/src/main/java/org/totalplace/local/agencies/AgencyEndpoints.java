package org.totalplace.local.agencies;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * The partner agencies' own web addresses: serves the feed files of a folder, with {@code ETag} and
 * {@code Last-Modified} so that whoever pulls need not fetch twice, on the loopback interface only.
 */
public final class AgencyEndpoints implements AutoCloseable {

    private final HttpServer server;

    private AgencyEndpoints(HttpServer server) {
        this.server = server;
    }

    /** Runs until it is stopped; the arguments are the port and the folder. */
    public static void main(String... arguments) throws IOException {
        start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    }

    /**
     * Starts serving.
     *
     * @param port on the loopback interface; 0 takes any
     * @param folder whose files are served; it may come into being later
     */
    public static AgencyEndpoints start(int port, Path folder) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", new FeedFiles(folder.toAbsolutePath().normalize()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new AgencyEndpoints(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
