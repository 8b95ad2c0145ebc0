// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.IOException;
import java.io.OutputStream;

/** An output that is written in arrays; a single byte is an array of one. */
public abstract class ArrayOutput extends OutputStream {
    @Override
    public final void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }
}
