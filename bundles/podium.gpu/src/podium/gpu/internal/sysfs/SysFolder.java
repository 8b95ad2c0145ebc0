// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A folder of sysfs. A file that is not there, or that the driver refuses to answer, is empty. Any thread. */
record SysFolder(Path path) {
    boolean exists() {
        return Files.isDirectory(path);
    }

    SysFolder folder(String name) {
        return new SysFolder(path.resolve(name));
    }

    /** What a file says, without blanks at its ends. */
    Optional<String> text(String file) {
        try {
            String text = Files.readString(path.resolve(file)).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A whole number, decimal or with 0x; empty for anything else. */
    OptionalDouble number(String file) {
        Optional<String> text = text(file);
        try {
            return text.isPresent() ? OptionalDouble.of(Long.decode(text.get())) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    OptionalInt whole(String file) {
        OptionalDouble number = number(file);
        return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
    }

    /** Folders and files whose names fit a pattern of {@link Files#newDirectoryStream(Path, String)}, by name. */
    List<SysFolder> all(String pattern) {
        List<SysFolder> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, pattern)) {
            entries.forEach(entry -> found.add(new SysFolder(entry)));
        } catch (IOException e) {
            return List.of();
        }
        found.sort((one, other) -> one.path().compareTo(other.path()));
        return found;
    }

    /** Name of the folder a link leads to; empty when it leads nowhere. */
    Optional<String> target(String link) {
        try {
            return Optional.of(path.resolve(link).toRealPath().getFileName().toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
