// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;
import podium.core.texts.Texts;

/** The operator's own lines of {@link PurposeRules}, as a file that a person can write too. Any thread. */
public record PurposeFile(Path path) {
    private static final int LARGEST = 1 << 20;

    /** The file that {@link PurposeRules#PROPERTY} names, else one of the workspace, be it there or not; empty: there is no workspace. */
    public static Optional<PurposeFile> find(Optional<Path> workspace) {
        String told = System.getProperty(PurposeRules.PROPERTY, "");
        return told.isBlank()
                ? workspace.map(folder -> new PurposeFile(folder.resolve("purposes.txt")))
                : Optional.of(new PurposeFile(Path.of(told)));
    }

    /**
     * What is in it; nothing where there is none.
     *
     * @throws IOException when it cannot be read
     */
    public String read() throws IOException {
        return PlainFiles.isAbsent(path) ? "" : PlainFiles.text(path, LARGEST);
    }

    /**
     * Puts lines in place at once: a reader finds the old ones or these.
     *
     * @throws IOException when it cannot be written
     */
    public void write(String lines) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            PrivateFiles.folders(folder);
        }
        PrivateFiles.write(path, lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n");
    }

    /** What is wrong with lines, as sentences with the number of the line; none: each is a rule, a note or blank. */
    public static List<String> problems(String lines) {
        List<String> problems = new ArrayList<>();
        List<String> all = lines.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            int line = i + 1;
            PurposeRules.problem(all.get(i))
                    .ifPresent(words -> problems.add(Texts.of("PurposeFile.problemOfLine", line, words)));
        }
        return problems;
    }
}
