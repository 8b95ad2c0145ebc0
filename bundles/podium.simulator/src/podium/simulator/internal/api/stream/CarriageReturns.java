// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jdt.annotation.Nullable;

/** Sends a carriage return before each line feed, as a terminal does (termios: ONLCR). */
final class CarriageReturns extends FilterOutputStream {
    CarriageReturns(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
        ByteArrayOutputStream more = new ByteArrayOutputStream(length + 16);
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                more.write('\r');
            }
            more.write(bytes[i]);
        }
        out.write(more.toByteArray());
    }
}
