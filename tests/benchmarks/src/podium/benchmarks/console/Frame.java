// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The picture of a virtual display, as Xvfb keeps it in a file ({@code -fbdir}): an XWD header (X11/XWDFile.h, big-endian),
 * the colour map, 32 bits a pixel.
 */
final class Frame {
    private static final int COLOUR = 12;

    private final MappedByteBuffer file;
    private final int start;
    private final int line;
    private final int width;
    private final int height;

    Frame(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            this.file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
        ByteBuffer header = this.file.duplicate().order(ByteOrder.BIG_ENDIAN);
        width = header.getInt(16);
        height = header.getInt(20);
        line = header.getInt(48);
        start = header.getInt(0) + COLOUR * header.getInt(76);
        this.file.order(ByteOrder.nativeOrder());
    }

    int pixel(int at) {
        return file.getInt(start + at / width * line + at % width * 4);
    }

    /** All pixels, line by line. */
    int[] pixels() {
        int[] all = new int[width * height];
        for (int y = 0; y < height; y++) {
            file.slice(start + y * line, 4 * width)
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer()
                    .get(all, y * width, width);
        }
        return all;
    }

    /** Waits until a pixel has another colour; false when it has not within the time. */
    boolean awaitChange(int at, int colour, long nanos) {
        return await(() -> pixel(at) != colour, nanos);
    }

    static boolean await(BooleanSupplier what, long nanos) {
        long end = System.nanoTime() + nanos;
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(100_000);
        }
        return true;
    }
}
