package org.totalplace.local.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps two launchers off one data folder; the system gives the lock back even when its holder is killed. */
final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or says nothing when another launcher holds it. */
    static Optional<DataLock> take(DataFolder data, Ports ports) {
        try {
            FileChannel channel = FileChannel.open(
                    data.of("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            String holder = ProcessHandle.current().pid() + " " + ports.base();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new DataLock(channel));
        } catch (IOException broken) {
            throw new LaunchFailure("The data folder %s cannot be locked (%s): choose another with --data DIR."
                    .formatted(data.path(), broken.getMessage()));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    /** Who holds the lock of a folder. */
    static Holder holder(DataFolder data) {
        Path file = data.of("lock");
        try {
            String[] parts = Files.readString(file).strip().split(" ", 2);
            return new Holder(Long.parseLong(parts[0]), new Ports(Integer.parseInt(parts[1])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            throw new LaunchFailure("Another ./infra/up runs on %s: stop it, or choose another folder with --data DIR."
                    .formatted(data.path()));
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new LaunchFailure("The lock of the data folder cannot be given back: " + broken.getMessage());
        }
    }

    /**
     * The launcher that holds a lock.
     *
     * @param pid its process
     * @param ports where its stack listens
     */
    record Holder(long pid, Ports ports) {}
}
