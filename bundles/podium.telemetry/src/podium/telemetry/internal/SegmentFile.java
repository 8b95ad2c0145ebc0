// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.io.FileOutputStream;
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
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;

/**
 * A file of records. Head: eight letters and the version of the format. Record: length, CRC-32C, bytes; a length of 0 ends it, and so
 * does the first record that is cut or altered, as a crash or a full disk may leave the last one. Written as a stream, read mapped: a
 * write to a map for which the disk has no room is no exception but a fault of the process. One thread.
 */
final class SegmentFile implements AutoCloseable {
    static final int VERSION = 1;
    static final int HEAD = 12;
    private static final long MAGIC = 0x504f4449554d5453L; // PODIUMTS
    private static final int RECORD_HEAD = 8;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    /** Opens a file to write to: that of the system, but in tests. */
    interface Disk {
        /** A new file is at its beginning. */
        FileOutputStream open(Path file) throws IOException;

        /** The disk of this machine. */
        static Disk real() {
            return file -> new FileOutputStream(file.toFile());
        }
    }

    private final FileOutputStream out;
    private final long size;
    private long end = HEAD;

    private SegmentFile(FileOutputStream out, long size) throws IOException {
        this.out = out;
        this.size = size;
        out.write(ByteBuffer.allocate(HEAD).putLong(MAGIC).putInt(VERSION).array());
    }

    /** Makes a new file to write to, which may grow to this size. */
    static SegmentFile create(Path file, long size, Disk disk) throws IOException {
        if (!PrivateFiles.create(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        FileOutputStream out = disk.open(file);
        try {
            return new SegmentFile(out, size);
        } catch (IOException | RuntimeException e) {
            out.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Adds a record; false when there is no room for it. What follows one that could not be written is not read. */
    boolean add(ByteBuffer record) throws IOException {
        int length = record.remaining();
        if (end + RECORD_HEAD + length + Integer.BYTES > size) {
            return false;
        }
        ByteBuffer whole = ByteBuffer.allocate(RECORD_HEAD + length);
        whole.putInt(length).putInt(crc(record)).put(record.duplicate());
        out.write(whole.array());
        end += whole.capacity();
        return true;
    }

    /** Asks the system to write what was added to the disk. */
    void force() throws IOException {
        out.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /**
     * Reads the records of a file up to its end or the first broken one.
     *
     * @return the length of what was read, head included; 0: not a file of this format and version
     */
    static long read(Path file, Consumer<ByteBuffer> records) throws IOException {
        PlainFiles.check(file);
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
