package org.totalplace.local.broker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.totalplace.local.process.OwnedProcess;
import org.totalplace.local.process.ProcessFailure;

/**
 * Asks a broker whether it serves, with one metadata request spoken by hand: a client library would take longer to
 * load than the broker to answer.
 */
record BrokerReadiness(String host, int port) {

    private static final short METADATA = 3;
    private static final int CORRELATION = 7;

    void await(OwnedProcess process, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (knowsItself()) {
                return;
            }
            pause();
        }
        String obituary = process.obituary();
        process.close();
        throw new ProcessFailure(obituary);
    }

    /** Whether the broker answers and counts itself among the brokers, which it does once it is unfenced. */
    private boolean knowsItself() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1000);
            socket.setSoTimeout(5000);
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            // Version 0: key, version, correlation, no client id, an array of one unlikely topic name.
            byte[] topic = {'r', 'e', 'a', 'd', 'y', '?'};
            request.writeInt(2 + 2 + 4 + 2 + 4 + 2 + topic.length);
            request.writeShort(METADATA);
            request.writeShort(0);
            request.writeInt(CORRELATION);
            request.writeShort(-1);
            request.writeInt(1);
            request.writeShort(topic.length);
            request.write(topic);
            request.flush();
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            answer.readInt();
            return answer.readInt() == CORRELATION && answer.readInt() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProcessFailure("Waiting for Kafka was interrupted");
        }
    }
}
