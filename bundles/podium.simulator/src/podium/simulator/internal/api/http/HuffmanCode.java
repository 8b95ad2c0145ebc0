// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Huffman code of HTTP/2 headers (RFC 7541, appendix B). It is a canonical code: how many bits each symbol has tells which
 * bits they are, the symbols of one length being in order.
 */
final class HuffmanCode {
    /** Bits of the symbols 0 to 255, A for none. */
    private static final String LENGTHS = "NXcccccccYecceccccccccecccccccccGKKMNGILKKILIGGGFFFGGGGGGGHIPGMK"
            + "NGHHHHHHHHHHHHHHHHHHHHHHIHINTNOGPFGFGFGGGFHHGGGFGHGFFGHHHHHPLONc"
            + "UWUUWWWXWXXXXXYXYYWXYXXXXVWXWXXYWVUWWXXVXWWYVWXXVVWVXWXXUWWWXWWX"
            + "aaUTWXWZaaabbaYZTVabbabYVVaacbbbUYUVWVVXWWZZYYaXabaabbbbbcbbbbba";

    private static final int LONGEST = 30;
    private static final Map<Long, Integer> SYMBOLS = symbols();

    private HuffmanCode() {}

    private static int length(int symbol) {
        char letter = LENGTHS.charAt(symbol);
        return letter <= 'Z' ? letter - 'A' : letter - 'a' + 26;
    }

    private static Map<Long, Integer> symbols() {
        List<Integer> order = new ArrayList<>();
        for (int symbol = 0; symbol < LENGTHS.length(); symbol++) {
            order.add(symbol);
        }
        order.sort(Comparator.comparingInt(HuffmanCode::length));
        Map<Long, Integer> symbols = new HashMap<>();
        long code = 0;
        int last = 0;
        for (int symbol : order) {
            code <<= length(symbol) - last;
            last = length(symbol);
            symbols.put(key(last, code++), symbol);
        }
        return Map.copyOf(symbols);
    }

    private static long key(int length, long code) {
        return (long) length << 32 | code;
    }

    /** Decodes; the bits that fill the last byte are left out. */
    static String decode(byte[] bytes, int from, int length) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(2 * length);
        long code = 0;
        int bits = 0;
        for (int bit = 0; bit < 8 * length; bit++) {
            code = code << 1 | bytes[from + bit / 8] >> 7 - bit % 8 & 1;
            Integer symbol = SYMBOLS.get(key(++bits, code));
            if (symbol != null) {
                text.write(symbol);
                code = 0;
                bits = 0;
            } else if (bits > LONGEST) {
                throw new IOException("no symbol of the Huffman code");
            }
        }
        return text.toString(StandardCharsets.ISO_8859_1);
    }
}
