// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree of sysfs made from a text: "file = content" or "link -> target" a line. */
public final class SysfsTree {
    private final Path root;

    private SysfsTree(Path root) {
        this.root = root;
    }

    /** @param name of a file in the folder sysfs of the tests */
    public static SysfsTree grow(Path root, String name) throws IOException {
        SysfsTree tree = new SysfsTree(root);
        for (String line :
                text(name).lines().filter(line -> !line.startsWith("#")).toList()) {
            int link = line.indexOf(" -> ");
            int file = line.indexOf(" = ");
            if (link > 0) {
                Path path = root.resolve(line.substring(0, link));
                Files.createDirectories(path.getParent());
                Files.createSymbolicLink(path, Path.of(line.substring(link + 4)));
            } else {
                tree.write(line.substring(0, file), line.substring(file + 3).replace("\\n", "\n"));
            }
        }
        return tree;
    }

    public Path root() {
        return root;
    }

    /** As the kernel ends it: with a line feed. */
    public void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content + "\n");
    }

    void delete(String file) throws IOException {
        Files.delete(root.resolve(file));
    }

    private static String text(String name) throws IOException {
        try (InputStream text = SysfsTree.class.getResourceAsStream("/sysfs/" + name)) {
            return text == null
                    ? Files.readString(Path.of("sysfs", name))
                    : new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
