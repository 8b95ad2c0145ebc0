// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
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

    /** Reads a file and hands out its records in order; a file that does not exist is an empty journal. */
    static JournalScan of(Path file, Consumer<JournalRecord> records) throws IOException {
        HashChain chain = new HashChain();
        if (!Files.exists(file)) {
            return new JournalScan(chain, 0, false, List.of());
        }
        List<Integer> altered = new ArrayList<>();
        long length = 0;
        int number = 0;
        boolean torn = false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                number++;
                if (!read(line.toString(StandardCharsets.UTF_8), chain, records)) {
                    altered.add(number);
                }
                length += line.size() + 1;
                line.reset();
            }
            torn = line.size() > 0;
        }
        return new JournalScan(chain, length, torn, altered);
    }

    /** A line that carries its right seal is taken; one that does not is taken as far as it can be read, and told of. */
    private static boolean read(String line, HashChain chain, Consumer<JournalRecord> records) {
        boolean sealed = chain.verify(line);
        try {
            records.accept(RecordCodec.read(Json.read(line)));
            return sealed;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}
