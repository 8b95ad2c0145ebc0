// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jdt.annotation.Nullable;

/** Tells a listener of each arrival of bytes. */
final class ActivityInputStream extends FilterInputStream {
    private final Runnable heard;

    ActivityInputStream(InputStream in, Runnable heard) {
        super(in);
        this.heard = heard;
    }

    @Override
    public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            heard.run();
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            heard.run();
        }
        return value;
    }
}
