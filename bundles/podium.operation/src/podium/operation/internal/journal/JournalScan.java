// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import podium.core.file.PlainFiles;

/**
 * What a journal file is found to be.
 *
 * @param chain goes on from the last whole line; empty: no key is known, or the lines from before it are not all there
 * @param length bytes up to the end of the last whole line
 * @param count of the whole lines
 * @param torn true when an unfinished record follows them: the process ended while writing
 * @param altered numbers (from 1) of lines whose seal does not follow from those before, or which are no record
 * @param doubtful ids of operations that such a line is about; empty text: of one nobody can tell which
 * @param before what the lines from before the key are, or all when there is none
 * @param atHead true when the last line of which the seal's head knows is the one it names; true without a head
 */
public record JournalScan(
        Optional<HashChain> chain,
        long length,
        long count,
        boolean torn,
        List<Integer> altered,
        Set<String> doubtful,
        Before before,
        boolean atHead) {
    private static final int BLOCK = 1 << 18;

    /**
     * Lines that the key does not seal.
     *
     * @param digest SHA-256 of them
     * @param unknown how many are sealed with a key that is not here
     * @param changed true when they are not those that were there when the key was made
     */
    record Before(String digest, long unknown, boolean changed) {}

    /** Reads a file and hands out its records in order; a file that does not exist is an empty journal. */
    public static JournalScan of(
            Path file, JournalSeal seal, JournalRecordReader reader, Consumer<JournalRecord> records)
            throws IOException {
        Lines lines = new Lines(seal, reader, records);
        int kept = 0;
        if (Files.exists(file)) {
            PlainFiles.check(file);
            try (InputStream in = Files.newInputStream(file)) {
                byte[] block = new byte[BLOCK];
                for (int read = in.read(block); read >= 0; read = in.read(block, kept, block.length - kept)) {
                    int end = kept + read;
                    int next = lines.take(block, end, kept);
                    kept = end - next;
                    System.arraycopy(block, next, block, 0, kept);
                    // a line longer than the block
                    block = kept == block.length ? Arrays.copyOf(block, 2 * block.length) : block;
                }
            }
        }
        return lines.scan(kept > 0);
    }

    /** The lines read so far. */
    private static final class Lines {
        private final JournalRecordReader reader;
        private final Consumer<JournalRecord> records;
        private final Optional<JournalSeal.Key> key;
        private final Optional<JournalSeal.Head> head;
        private final HashChain plain = HashChain.plain();
        private final MessageDigest digest = HashChain.sha256();
        private final List<Integer> altered = new ArrayList<>();
        private final Set<String> doubtful = new HashSet<>();
        private Optional<HashChain> keyed = Optional.empty();
        private Before before = new Before("", 0, false);
        private long unknown;
        private long length;
        private int number;
        private boolean atHead = true;

        Lines(JournalSeal seal, JournalRecordReader reader, Consumer<JournalRecord> records) {
            this.reader = reader;
            this.records = records;
            key = seal.key();
            head = seal.head();
            begin();
        }

        /** Begins to hold lines to the key when all from before it are read. */
        private void begin() {
            if (key.isPresent() && key.get().since() == number && keyed.isEmpty()) {
                String read = HexFormat.of().formatHex(digest.digest());
                before = new Before(read, unknown, !read.equals(key.get().before()));
                keyed = Optional.of(HashChain.keyed(key.get().key(), key.get().before()));
            }
        }

        /** Takes the whole lines of a block, whose line ends are looked for from {@code seen} on; returns where the rest begins. */
        int take(byte[] block, int end, int seen) {
            int from = 0;
            for (int at = seen; at < end; at++) {
                if (block[at] == '\n') {
                    number++;
                    if (!read(block, from, at)) {
                        altered.add(number);
                    }
                    length += at + 1 - from;
                    from = at + 1;
                }
            }
            return from;
        }

        /** A line that carries its right seal is taken; one that does not is taken as far as it can be read, and told of. */
        private boolean read(byte[] block, int from, int to) {
            boolean sealed = keyed.isPresent() ? keyed.get().verify(block, from, to) : old(block, from, to);
            if (head.isPresent() && head.get().count() == number && keyed.isPresent()) {
                atHead = keyed.get().last().equals(head.get().last());
            }
            begin();
            try {
                JournalRecord read = reader.read(block, from, to - from);
                if (!sealed) {
                    doubtful.add(read.operation());
                }
                records.accept(read);
                return sealed;
            } catch (IllegalArgumentException | DateTimeException e) {
                doubtful.add("");
                return false;
            }
        }

        private boolean old(byte[] block, int from, int to) {
            digest.update(block, from, to + 1 - from);
            if (HashChain.isKeyed(block, from, to)) {
                unknown++;
                return true;
            }
            return plain.verify(block, from, to);
        }

        JournalScan scan(boolean torn) {
            if (keyed.isEmpty()) {
                before = new Before(HexFormat.of().formatHex(digest.digest()), unknown, false);
            }
            return new JournalScan(
                    keyed, length, number, torn, List.copyOf(altered), Set.copyOf(doubtful), before, atHead);
        }
    }
}
