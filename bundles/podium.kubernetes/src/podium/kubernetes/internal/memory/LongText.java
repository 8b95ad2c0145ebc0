// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts of any length; {@link DataOutputStream#writeUTF} ends at 64 KB. */
final class LongText {
    private static final int LONGEST = 16 * 1024 * 1024;

    private LongText() {}

    static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a text of " + length);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the file ends early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
