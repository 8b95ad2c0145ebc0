// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import podium.core.port.PrivateFiles;

/**
 * A file of records, mapped. Head: eight letters and the version of the format. Record: length, CRC-32C, bytes; a length
 * of 0 ends it, and so does the first record that is cut or altered, as a crash may leave the last one. One thread.
 */
final class Segment implements AutoCloseable {
    static final int VERSION = 1;
    static final int HEAD = 12;
    private static final long MAGIC = 0x504f4449554d5453L; // PODIUMTS
    private static final int RECORD_HEAD = 8;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena = Arena.ofConfined();
    private final FileChannel channel;
    private final MemorySegment memory;
    private long end = HEAD;

    private Segment(FileChannel channel, long size) throws IOException {
        this.channel = channel;
        this.memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
        memory.set(LONG, 0, MAGIC);
        memory.set(INT, 8, VERSION);
    }

    /** Makes a new file of this size to write to. */
    static Segment create(Path file, long size) throws IOException {
        if (!PrivateFiles.create(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new Segment(channel, size);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Adds a record; false when there is no room for it. */
    boolean add(ByteBuffer record) {
        int length = record.remaining();
        if (end + RECORD_HEAD + length + Integer.BYTES > memory.byteSize()) {
            return false;
        }
        MemorySegment.copy(MemorySegment.ofBuffer(record), 0, memory, end + RECORD_HEAD, length);
        memory.set(INT, end + 4, crc(record));
        memory.set(INT, end, length);
        end += RECORD_HEAD + length;
        return true;
    }

    /** Asks the system to write what was added to the disk. */
    void force() {
        memory.force();
    }

    /** Cuts the file to what was written. */
    @Override
    public void close() throws IOException {
        try (channel) {
            arena.close();
            channel.truncate(end);
        }
    }

    /**
     * Reads the records of a file up to its end or the first broken one.
     *
     * @return the length of what was read, head included; 0: not a file of this format and version
     */
    static long read(Path file, Consumer<ByteBuffer> records) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < HEAD) {
                return 0;
            }
            MemorySegment memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            if (memory.get(LONG, 0) != MAGIC || memory.get(INT, 8) != VERSION) {
                return 0;
            }
            long at = HEAD;
            while (at + RECORD_HEAD <= size) {
                int length = memory.get(INT, at);
                if (length <= 0 || at + RECORD_HEAD + length > size) {
                    return at;
                }
                ByteBuffer record = memory.asSlice(at + RECORD_HEAD, length).asByteBuffer();
                if (crc(record) != memory.get(INT, at + 4)) {
                    return at;
                }
                records.accept(record);
                at += RECORD_HEAD + length;
            }
            return at;
        }
    }

    /** Gives back what a file holds beyond this length. */
    static void cut(Path file, long length) throws IOException {
        if (Files.size(file) > length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
        }
    }

    private static int crc(ByteBuffer record) {
        CRC32C crc = new CRC32C();
        crc.update(record.duplicate());
        return (int) crc.getValue();
    }
}
