package fr.accueil.simulator.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines in a file, found by their position. Each line is handed to the operating system before `append` returns, so a
/// killed process loses none; a last line that was cut short is cut off when the file is opened again.
class LedgerFile implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final FileChannel channel;
    private final List<Long> starts = new ArrayList<>();
    private long end;

    LedgerFile(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            this.channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(path);
            findLines();
            channel.truncate(end);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger " + path + " cannot be opened", e);
        }
    }

    private void lock(Path path) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            throw new IllegalStateException("Another simulator is writing " + path, inThisProcess);
        }
        throw new IllegalStateException("Another simulator is writing " + path);
    }

    private void findLines() throws IOException {
        var buffer = ByteBuffer.allocate(CHUNK);
        long position = 0;
        while (channel.read(buffer.clear(), position) > 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                position++;
                if (buffer.get() == '\n') {
                    starts.add(end);
                    end = position;
                }
            }
        }
    }

    synchronized int size() {
        return starts.size();
    }

    synchronized void append(byte[] line) {
        try {
            var bytes = ByteBuffer.allocate(line.length + 1)
                    .put(line)
                    .put((byte) '\n')
                    .flip();
            var position = end;
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
            starts.add(end);
            end = position;
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be written", e);
        }
    }

    /// The bytes of the lines from position `from` (the first is 0), at most `count` of them.
    List<byte[]> read(int from, int count) {
        long start;
        long[] ends;
        synchronized (this) {
            var to = (int) Math.min(starts.size(), (long) from + count);
            if (from >= to) {
                return List.of();
            }
            start = starts.get(from);
            ends = new long[to - from];
            for (var i = 0; i < ends.length; i++) {
                ends[i] = from + i + 1 < starts.size() ? starts.get(from + i + 1) : end;
            }
        }
        return cut(start, ends);
    }

    private List<byte[]> cut(long start, long[] ends) {
        var whole = readFully(start, Math.toIntExact(ends[ends.length - 1] - start));
        var lines = new ArrayList<byte[]>(ends.length);
        var position = 0;
        for (var lineEnd : ends) {
            var next = (int) (lineEnd - start);
            lines.add(Arrays.copyOfRange(whole, position, next - 1));
            position = next;
        }
        return lines;
    }

    private byte[] readFully(long position, int length) {
        try {
            var bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
                // the channel may hand out less than was asked for
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
