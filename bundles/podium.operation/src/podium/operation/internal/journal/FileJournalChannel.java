// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.file.PrivateFiles;
import podium.operation.texts.Texts;

/**
 * Appends to a file that only its owner may read, where the file system knows owners. No channel of java.nio: one whose thread is
 * interrupted is closed (java.nio.channels.InterruptibleChannel), and with it the journal for all others.
 */
public final class FileJournalChannel implements JournalChannel {
    private final Path path;
    private final RandomAccessFile file;
    private final @Nullable Object identity;

    /** Opens the file, cutting what lies beyond {@code length}: the torn end of a record that was never whole. */
    public FileJournalChannel(Path path, long length) throws IOException {
        this.path = path;
        boolean fresh = PrivateFiles.create(path);
        file = new RandomAccessFile(path.toFile(), "rw");
        if (file.length() > length) {
            file.setLength(length);
            force();
        }
        file.seek(file.length());
        identity = identity();
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
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        file.write(all);
    }

    /** @throws IOException also when the file is not at its path any more: what is written into it then, no start would ever read */
    @Override
    public void force() throws IOException {
        file.getFD().sync();
        if (identity != null && !identity.equals(identity())) {
            throw new IOException(Texts.of("FileJournalChannel.isNoLongerThe", path));
        }
    }

    /** What tells the file at the path from others; null: nothing is there, or the file system does not tell. */
    private @Nullable Object identity() {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        if (file.getChannel().isOpen()) {
            try (file) {
                force();
            }
        }
    }
}
