// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads the header blocks of one HTTP/2 connection, which build upon each other, and writes such that do not (RFC 7541). */
final class HpackCodec {
    /** One header, its name in lower case. */
    record Field(String name, String value) {
        private int size() {
            return name.length() + value.length() + 32;
        }
    }

    /** Appendix A. */
    private static final List<Field> FIXED = fixed("""
        :authority|:method=GET|:method=POST|:path=/|:path=/index.html|:scheme=http|:scheme=https|:status=200|\
        :status=204|:status=206|:status=304|:status=400|:status=404|:status=500|accept-charset|\
        accept-encoding=gzip, deflate|accept-language|accept-ranges|accept|access-control-allow-origin|age|\
        allow|authorization|cache-control|content-disposition|content-encoding|content-language|\
        content-length|content-location|content-range|content-type|cookie|date|etag|expect|expires|from|host|\
        if-match|if-modified-since|if-none-match|if-range|if-unmodified-since|last-modified|link|location|\
        max-forwards|proxy-authenticate|proxy-authorization|range|referer|refresh|retry-after|server|\
        set-cookie|strict-transport-security|transfer-encoding|user-agent|vary|via|www-authenticate\
        """);

    private static final int LARGEST_TABLE = 4096;

    private final Deque<Field> table = new ArrayDeque<>();
    private int size;
    private int capacity = LARGEST_TABLE;
    private byte[] block = {};
    private int at;

    private static List<Field> fixed(String text) {
        return Arrays.stream(text.strip().split("\\|"))
                .map(entry -> entry.split("=", 2))
                .map(parts -> new Field(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
    }

    /** Reads a whole block. */
    List<Field> read(byte[] bytes) throws IOException {
        block = bytes;
        at = 0;
        List<Field> fields = new ArrayList<>();
        while (at < block.length) {
            int first = block[at] & 0xFF;
            if (first >= 0x80) {
                fields.add(entry(number(7)));
            } else if (first >= 0x40) {
                Field field = literal(6);
                add(field);
                fields.add(field);
            } else if (first >= 0x20) {
                capacity = Math.min(number(5), LARGEST_TABLE);
                shrink();
            } else {
                fields.add(literal(4));
            }
        }
        return fields;
    }

    private Field literal(int bits) throws IOException {
        int index = number(bits);
        String name = index == 0 ? text() : entry(index).name();
        return new Field(name, text());
    }

    private Field entry(int index) throws IOException {
        if (index < 1 || index > FIXED.size() + table.size()) {
            throw new IOException("no such entry of the header table: " + index);
        }
        if (index <= FIXED.size()) {
            return FIXED.get(index - 1);
        }
        Iterator<Field> newest = table.iterator();
        for (int i = FIXED.size() + 1; i < index; i++) {
            newest.next();
        }
        return newest.next();
    }

    private void add(Field field) {
        table.addFirst(field);
        size += field.size();
        shrink();
    }

    private void shrink() {
        while (size > capacity) {
            size -= table.removeLast().size();
        }
    }

    private int number(int bits) throws IOException {
        int most = (1 << bits) - 1;
        int value = next() & most;
        if (value < most) {
            return value;
        }
        for (int shift = 0; shift <= 21; shift += 7) {
            int more = next();
            value += (more & 0x7F) << shift;
            if (more < 0x80) {
                return value;
            }
        }
        throw new IOException("a number of a header block is too large");
    }

    private int next() throws IOException {
        if (at == block.length) {
            throw new IOException("a header block ends early");
        }
        return block[at++] & 0xFF;
    }

    private String text() throws IOException {
        boolean packed = at < block.length && block[at] < 0;
        int length = number(7);
        if (length > block.length - at) {
            throw new IOException("a header block ends early");
        }
        int from = at;
        at += length;
        return packed
                ? HuffmanCode.decode(block, from, length)
                : new String(block, from, length, StandardCharsets.ISO_8859_1);
    }

    /** A block that uses no table. */
    static byte[] write(Map<String, String> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        fields.forEach((name, value) -> {
            out.write(0);
            write(name, out);
            write(value, out);
        });
        return out.toByteArray();
    }

    private static void write(String text, ByteArrayOutputStream out) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < 0x7F) {
            out.write(bytes.length);
        } else {
            out.write(0x7F);
            int rest = bytes.length - 0x7F;
            for (; rest >= 0x80; rest >>= 7) {
                out.write(rest & 0x7F | 0x80);
            }
            out.write(rest);
        }
        out.writeBytes(bytes);
    }
}
