// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.port.PrivateFiles;

/**
 * The journal of operations: one record a line, each sealed to those before it, on the disk before what it announces is
 * sent. One process writes a directory's journal at a time; a second one reads it only. Any thread.
 */
final class Journal implements AutoCloseable {
    /** Name of the file in its directory. */
    static final String FILE = "operations.jsonl";

    private static final String LOCK = "operations.lock";
    /** The lock lies beyond the end of the file, so that a system with mandatory locks still lets others read it. */
    private static final long LOCK_AT = Long.MAX_VALUE - 1;

    /** Makes the channel that records go to: the file itself, but in tests. */
    interface Opener {
        JournalChannel open(Path file, long length) throws IOException;
    }

    private final HashChain chain;
    private final List<String> findings = new ArrayList<>();
    private final FileChannel lockFile;
    private final @Nullable JournalChannel channel;
    private @Nullable IOException broken;

    private Journal(Path directory, Opener opener, Consumer<JournalRecord> replay) throws IOException {
        PrivateFiles.folder(directory);
        Path file = directory.resolve(FILE);
        lockFile = PrivateFiles.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
        boolean owner = tryLock(lockFile);
        JournalScan scan = JournalScan.of(file, replay);
        chain = scan.chain();
        if (owner && scan.torn()) {
            findings.add("The last record of " + file + " was cut short when Podium ended; it announced nothing that"
                    + " was sent, and is dropped.");
        }
        if (!scan.altered().isEmpty()) {
            findings.add("The journal " + file + " was altered: line "
                    + scan.altered().getFirst() + (scan.altered().size() > 1 ? " and others do" : " does")
                    + " not follow from the lines before. Do not rely on what it says of older operations.");
        }
        if (!owner) {
            findings.add(
                    0,
                    "Another Podium is using " + directory + ". This one shows operations but runs none;"
                            + " close the other, or start this one on another workspace.");
        }
        channel = owner ? opener.open(file, scan.length()) : null;
    }

    /** Opens the journal in a directory, made when it does not exist, and hands out the records found. */
    static Journal open(Path directory, Opener opener, Consumer<JournalRecord> replay) throws IOException {
        return new Journal(directory, opener, replay);
    }

    private static boolean tryLock(FileChannel lock) throws IOException {
        try {
            FileLock held = lock.tryLock(LOCK_AT, 1, false);
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What the operator must know of it, in words; empty: all is well. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** Why nothing can be recorded, in words; empty: it can. */
    synchronized Optional<String> unusable() {
        if (channel == null) {
            return Optional.of(findings.getFirst());
        }
        return Optional.ofNullable(broken)
                .map(e -> "The journal cannot be written (" + e.getMessage()
                        + "). Nothing is sent that is not recorded first: free some disk space and start"
                        + " Podium again.");
    }

    /**
     * Appends a record. A durable one is on the disk when this returns.
     *
     * @throws IOException when it could not; from then on every further record is refused, since a record that follows a
     *     half-written one would be lost with it
     */
    synchronized void append(JournalRecord entry) throws IOException {
        JournalChannel out = channel;
        if (out == null || broken != null) {
            throw new IOException(unusable().orElse("read only"));
        }
        try {
            String line = chain.seal(Json.write(RecordCodec.write(entry))) + "\n";
            out.append(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            if (entry.durable()) {
                out.force();
            }
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        broken = new IOException("closed");
        if (channel != null) {
            channel.close();
        }
        lockFile.close();
    }
}
