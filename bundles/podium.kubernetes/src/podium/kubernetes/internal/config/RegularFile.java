// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import podium.core.file.PlainFiles;
import podium.kubernetes.texts.Texts;

/**
 * Reads a file that a kubeconfig is or names, if it is a plain one. A pipe or a terminal would hold up whoever reads it for
 * as long as nobody writes, a device has no end, and what the kernel shows below /proc and /sys is of this process and no
 * business of a server.
 */
public final class RegularFile {
    /** Types of file systems, as the kernel calls them, whose files are no files. */
    private static final Set<String> OF_THE_KERNEL =
            Set.of("proc", "sysfs", "cgroup", "cgroup2", "debugfs", "tracefs", "securityfs", "configfs", "devtmpfs");

    private RegularFile() {}

    /** A file is not read; the message says why, as a sentence without its full stop. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }

        /** Why, as a sentence without its full stop. */
        public String why() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * The whole of a file; symbolic links are followed.
     *
     * @param largest bytes at most
     * @throws Refused when it is no plain file, larger, or cannot be read
     */
    public static byte[] read(Path path, int largest) throws Refused {
        try {
            check(path);
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(largest + 1);
                if (bytes.length > largest) {
                    throw new Refused(Texts.of("RegularFile.isLargerThan", size(largest)));
                }
                return bytes;
            }
        } catch (Refused e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new Refused(Texts.of("RegularFile.doesNotExist"));
        } catch (AccessDeniedException e) {
            throw new Refused(Texts.of("RegularFile.cannotBeReadPermission"));
        } catch (IOException | SecurityException e) {
            throw new Refused(Texts.of("RegularFile.cannotBeRead"));
        }
    }

    /** Refuses what is no plain file, without opening it. */
    public static void check(Path path) throws IOException {
        Optional<String> why = PlainFiles.whyNot(path);
        if (why.isPresent()) {
            throw new Refused(why.get());
        }
        if (OF_THE_KERNEL.contains(Files.getFileStore(path).type())) {
            throw new Refused(Texts.of("RegularFile.isMadeByTheKernel"));
        }
    }

    private static String size(int bytes) {
        return bytes % (1 << 20) == 0
                ? Texts.of("RegularFile.mebibytes", bytes >> 20)
                : Texts.of("RegularFile.kibibytes", bytes >> 10);
    }
}
