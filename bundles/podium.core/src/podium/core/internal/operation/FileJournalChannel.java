// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import podium.core.port.PrivateFiles;

/** Appends to a file that only its owner may read, where the file system knows owners. */
final class FileJournalChannel implements JournalChannel {
    private final FileChannel file;

    /** Opens the file, cutting what lies beyond {@code length}: the torn end of a record that was never whole. */
    FileJournalChannel(Path path, long length) throws IOException {
        boolean fresh = PrivateFiles.create(path);
        file = FileChannel.open(path, StandardOpenOption.WRITE);
        if (file.size() > length) {
            file.truncate(length);
            file.force(true);
        }
        file.position(file.size());
        if (fresh) {
            forceDirectory(path);
        }
    }

    /** A new file is only safe when its name is on the disk too; Windows neither needs nor allows this. */
    private static void forceDirectory(Path path) {
        try (FileChannel directory = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void force() throws IOException {
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.force(false);
        }
    }
}
