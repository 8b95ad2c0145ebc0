// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a journal file is found to be.
 *
 * @param chain goes on from the last whole line
 * @param length bytes up to the end of the last whole line
 * @param torn true when an unfinished record follows it: the process ended while writing
 * @param altered numbers (from 1) of lines whose seal does not follow from those before, or which are no record
 */
record JournalScan(HashChain chain, long length, boolean torn, List<Integer> altered) {
    private static final int BLOCK = 1 << 18;

    /** Reads a file and hands out its records in order; a file that does not exist is an empty journal. */
    static JournalScan of(Path file, Consumer<JournalRecord> records) throws IOException {
        HashChain chain = new HashChain();
        if (!Files.exists(file)) {
            return new JournalScan(chain, 0, false, List.of());
        }
        Lines lines = new Lines(chain, records);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            int kept = 0;
            for (int read = in.read(block); read >= 0; read = in.read(block, kept, block.length - kept)) {
                int end = kept + read;
                int next = lines.take(block, end, kept);
                kept = end - next;
                System.arraycopy(block, next, block, 0, kept);
                // a line longer than the block
                block = kept == block.length ? Arrays.copyOf(block, 2 * block.length) : block;
            }
            return new JournalScan(chain, lines.length, kept > 0, lines.altered);
        }
    }

    /** The lines read so far. */
    private static final class Lines {
        private final HashChain chain;
        private final Consumer<JournalRecord> records;
        private final RecordReader reader = new RecordReader();
        private final List<Integer> altered = new ArrayList<>();
        private long length;
        private int number;

        Lines(HashChain chain, Consumer<JournalRecord> records) {
            this.chain = chain;
            this.records = records;
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
            boolean sealed = chain.verify(block, from, to);
            try {
                records.accept(reader.read(block, from, to - from));
                return sealed;
            } catch (IllegalArgumentException | DateTimeException e) {
                return false;
            }
        }
    }
}
