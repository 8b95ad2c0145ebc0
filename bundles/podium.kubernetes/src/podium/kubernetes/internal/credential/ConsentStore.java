// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.file.PrivateFiles;
import podium.kubernetes.internal.config.RegularFile;

/**
 * What operators agreed to, from one start to the next: a file of numbers, one a line, for its owner only. No name, argument
 * or secret can be read from it. Any thread but the window's: it reads and writes.
 */
public final class ConsentStore {
    private static final int LARGEST = 1 << 16;
    private static final int MOST = 500;

    private final Optional<Path> file;
    private final Set<String> now = new LinkedHashSet<>();

    /** @param file where it is kept; empty: until the process ends */
    public ConsentStore(Optional<Path> file) {
        this.file = file;
    }

    /** Whether exactly this was agreed to. */
    public synchronized boolean has(Consent consent) {
        return now.contains(consent.key())
                || kept().stream().anyMatch(Set.of(consent.key(), consent.formerKey())::contains);
    }

    /** From now on exactly this is agreed to. What cannot be written is asked again at the next start. */
    public synchronized void add(Consent consent) {
        now.add(consent.key());
        if (file.isEmpty()) {
            return;
        }
        List<String> keys = new ArrayList<>(kept());
        keys.remove(consent.key());
        keys.add(consent.key());
        List<String> last = keys.subList(Math.max(0, keys.size() - MOST), keys.size());
        try {
            PrivateFiles.folder(file.get().toAbsolutePath().getParent());
            PrivateFiles.write(file.get(), String.join("\n", last) + "\n");
        } catch (IOException e) {
            // it holds until this process ends
        }
    }

    private List<String> kept() {
        try {
            return file.isEmpty() || !Files.exists(file.get())
                    ? List.of()
                    : new String(RegularFile.read(file.get(), LARGEST), StandardCharsets.US_ASCII)
                            .lines()
                            .filter(line -> line.matches("[0-9a-f]{64}"))
                            .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
