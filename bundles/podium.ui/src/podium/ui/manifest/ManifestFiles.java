// SPDX-License-Identifier: Apache-2.0
package podium.ui.manifest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import podium.core.file.PlainFiles;
import podium.ui.texts.Texts;

/** Files of manifests as one text. */
public final class ManifestFiles {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final long LARGEST = 8L << 20;

    private ManifestFiles() {}

    /** What a file dialog offers. */
    public static String[] patterns() {
        return new String[] {ENDINGS.stream().map(ending -> "*" + ending).collect(Collectors.joining(";")), "*"};
    }

    /** True when a file may hold a manifest, by its name. */
    public static boolean isOne(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /**
     * The text of all of them, each under its name. Blocks.
     *
     * @throws IOException says which file and why
     */
    public static String read(List<Path> files) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            String text = text(file);
            texts.add(files.size() == 1 ? text : "# " + file.getFileName() + "\n" + untabbed(text));
        }
        return String.join("\n---\n", texts);
    }

    /** JSON beside YAML has to do without tabs; within its texts they are escaped anyway. */
    private static String untabbed(String text) {
        return text.stripLeading().startsWith("{") ? text.replace("\t", "  ") : text;
    }

    private static String text(Path file) throws IOException {
        try {
            PlainFiles.check(file);
            if (Files.size(file) > LARGEST) {
                throw new IOException(Texts.of("ManifestFiles.isTooLargeFor", file.getFileName()));
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(Texts.of("ManifestFiles.isNotUtfText", file.getFileName()), e);
        }
    }
}
