// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.texts.Texts;

/**
 * Pulls JSON from a byte stream. The caller says what it expects next; a value of another type (null, a number where an
 * object was due) is stepped over and counts as absent, so that one odd field costs itself only. Memory is bounded: a
 * string longer than {@link #LONGEST} bytes is cut. Broken structure is a {@link JsonException}, the end of the bytes
 * inside a value an {@link EOFException}; it never loops without reading on.
 */
public final class JsonInput {
    /** Strings are cut here, bytes. */
    static final int LONGEST = 64 * 1024;

    /** Most bytes of one object: etcd takes no request above 1.5 MB (--max-request-bytes). */
    static final int LARGEST = 4 << 20;

    private static final int LARGE = 64 * 1024;
    private static final int SMALL = 16 * 1024;
    private static final int MANY = 1 << 13;
    private static final int FEW = 1 << 8;

    private InputStream in;
    private final StringPool strings;
    private final ByteRun unescaped = new ByteRun();
    private byte[] buf;
    private int pos;
    private int limit;
    private int keep = -1;
    private boolean cut;
    private @Nullable ByteRun copy;
    private int copied;
    private int allowed = Integer.MAX_VALUE;

    private JsonInput(InputStream in, int size, StringPool strings) {
        this.in = in;
        this.strings = strings;
        this.buf = new byte[size + ByteRun.PADDING];
    }

    /** Reads a few objects. */
    public JsonInput(InputStream in) {
        this(in, SMALL, new StringPool(FEW));
    }

    /** Reads a text. */
    public static JsonInput of(String json) {
        return new JsonInput(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Made for a kind with hundreds of thousands of objects, or with few; {@link #open} gives it bytes. */
    public static JsonInput ofKind(boolean many) {
        return new JsonInput(InputStream.nullInputStream(), many ? LARGE : SMALL, new StringPool(many ? MANY : FEW));
    }

    /** Goes on with another stream; what was left of the former is forgotten, shared strings are kept. */
    public void open(InputStream next) {
        in = next;
        pos = 0;
        limit = 0;
        keep = -1;
        copy = null;
        allowed = Integer.MAX_VALUE;
    }

    /** An object begins: beyond its {@link #LARGEST} bytes nothing is read. */
    void begin() {
        allowed = LARGEST - (limit - pos);
    }

    /** Reads a run of bytes already in memory; the run must not change meanwhile. */
    public JsonInput(ByteRun bytes, StringPool strings) {
        this.in = InputStream.nullInputStream();
        this.strings = strings;
        this.buf = bytes.data;
        this.limit = bytes.length;
    }

    /** True when another value follows; false at the end of the bytes. Blocks. */
    public boolean more() throws IOException {
        while (blank()) {
            if (!refill()) {
                return false;
            }
        }
        return true;
    }

    /** True when bytes of another value can be had without waiting for the network. */
    public boolean ready() throws IOException {
        while (blank()) {
            // what waits may be no more than the line feed that ends an event
            if (in.available() <= 0 || !refill()) {
                return false;
            }
        }
        return true;
    }

    /** Steps over white space; true when nothing else is buffered. */
    private boolean blank() {
        while (pos < limit && buf[pos] <= ' ' && buf[pos] >= 0) {
            pos++;
        }
        return pos == limit;
    }

    /** What comes next. Nothing is consumed. */
    JsonKind kind() throws IOException {
        return JsonKind.of(token());
    }

    /** Enters an object. False when the value is something else, which is then behind us. */
    public boolean object() throws IOException {
        return enter('{');
    }

    /** Enters an array. False when the value is something else, which is then behind us. */
    public boolean array() throws IOException {
        return enter('[');
    }

    private boolean enter(char open) throws IOException {
        if (token() == open) {
            pos++;
            return true;
        }
        skip();
        return false;
    }

    /** Name of the next field, its value being next; null when the object is at its end. */
    public @Nullable String name() throws IOException {
        byte next = behindComma();
        if (next == '}') {
            pos++;
            return null;
        }
        if (next != '"') {
            throw new JsonException(Texts.of("JsonInput.expectedFieldName", found()));
        }
        String name = string(true);
        if (token() != ':') {
            throw new JsonException(Texts.of("JsonInput.expectedColon", found()));
        }
        pos++;
        return name;
    }

    /** True when another element follows; false when the array is at its end. */
    public boolean element() throws IOException {
        byte next = behindComma();
        if (next == ']') {
            pos++;
            return false;
        }
        return true;
    }

    /** The value as a shared string: a string's text, a number or boolean as written; empty for null and for the rest. */
    public String text() throws IOException {
        return text(true);
    }

    /** As {@link #text()}, for texts that hardly repeat. */
    public String unique() throws IOException {
        return text(false);
    }

    private String text(boolean shared) throws IOException {
        byte next = token();
        if (next == '"') {
            return string(shared);
        }
        if (next == '{' || next == '[' || next == 'n') {
            skip();
            return "";
        }
        keep = pos;
        skipScalar();
        String literal = strings.get(buf, keep, pos);
        keep = -1;
        return literal;
    }

    /** A whole number; the fallback when it is none. One out of the range of long is clamped, a fraction is cut off. */
    public long whole(long fallback) throws IOException {
        byte next = token();
        if (next != '-' && (next < '0' || next > '9')) {
            skip();
            return fallback;
        }
        keep = pos;
        skipScalar();
        long value = QuantityReader.whole(buf, keep, pos);
        keep = -1;
        return value;
    }

    /** Steps over the value. */
    public void skip() throws IOException {
        switch (token()) {
            case '"' -> {
                pos++;
                skipString();
            }
            case '{', '[' -> skipContainer();
            default -> skipScalar();
        }
    }

    /** Steps over the value and appends its bytes as they stand. */
    public void skipTo(ByteRun sink) throws IOException {
        token();
        copy = sink;
        copied = pos;
        try {
            skip();
            sink.add(buf, copied, pos);
        } finally {
            copy = null;
        }
    }

    private void skipContainer() throws IOException {
        int depth = 0;
        do {
            int p = pos;
            int end = limit;
            byte[] data = buf;
            while (p < end) {
                byte b = data[p++];
                if (b == '"') {
                    int close = ByteRun.quoteOrSlash(data, p, end);
                    if (close < end && data[close] == '"') {
                        p = close + 1;
                        continue;
                    }
                    pos = p;
                    skipString();
                    p = pos;
                    end = limit;
                    data = buf;
                } else if ((b | 0x20) == '{') {
                    depth++;
                } else if ((b | 0x20) == '}' && --depth == 0) {
                    pos = p;
                    return;
                }
            }
            pos = p;
            need();
        } while (true);
    }

    /** Moves behind the closing quote; the opening one is behind us. */
    private void skipString() throws IOException {
        while (true) {
            pos = ByteRun.quoteOrSlash(buf, pos, limit);
            if (pos == limit) {
                need();
            } else if (buf[pos++] == '"') {
                return;
            } else {
                if (pos == limit) {
                    need();
                }
                pos++;
            }
        }
    }

    private void skipScalar() throws IOException {
        int length = 0;
        while (true) {
            while (pos < limit) {
                byte b = buf[pos];
                if (b == ',' || b == '}' || b == ']' || b >= 0 && b <= ' ') {
                    if (length == 0) {
                        throw new JsonException(Texts.of("JsonInput.expectedValue", found()));
                    }
                    return;
                }
                if (b == '"' || b == ':' || b == '{' || b == '[' || ++length > 4096) {
                    throw new JsonException(Texts.of("JsonInput.expectedValue", found()));
                }
                pos++;
            }
            if (!refill()) {
                return;
            }
        }
    }

    /** Reads a string from its opening quote on. */
    private String string(boolean shared) throws IOException {
        keep = ++pos;
        cut = false;
        boolean escapes = false;
        while (true) {
            pos = ByteRun.quoteOrSlash(buf, pos, limit);
            if (pos == limit) {
                need();
            } else if (buf[pos] == '"') {
                break;
            } else {
                escapes = true;
                pos++;
                if (pos == limit) {
                    need();
                }
                pos++;
            }
        }
        int from = keep;
        int end = cut ? Math.min(pos, from + LONGEST) : pos;
        keep = -1;
        pos++;
        if (escapes) {
            unescaped.clear();
            JsonEscapes.decode(buf, from, end, unescaped);
            return strings.get(unescaped.data, 0, unescaped.length);
        }
        return shared ? strings.get(buf, from, end) : new String(buf, from, end - from, StandardCharsets.UTF_8);
    }

    private byte behindComma() throws IOException {
        if (token() == ',') {
            pos++;
        }
        return token();
    }

    private char found() {
        return (char) (buf[pos] & 0xFF);
    }

    /** Next byte that is not white space, not consumed. */
    private byte token() throws IOException {
        if (!more()) {
            throw new EOFException(Texts.of("JsonInput.theBytesEndInside"));
        }
        return buf[pos];
    }

    private void need() throws IOException {
        if (!refill()) {
            throw new EOFException(Texts.of("JsonInput.theBytesEndInside"));
        }
    }

    /** Gets more bytes behind the ones being kept. False at the end. */
    private boolean refill() throws IOException {
        ByteRun sink = copy;
        if (sink != null) {
            sink.add(buf, copied, limit);
            copied = 0;
        }
        int start = keep < 0 ? limit : keep;
        if (keep >= 0 && limit - keep > LONGEST) {
            // the tail of an overlong string: only what follows its first LONGEST bytes is dropped
            cut = true;
            limit = keep + LONGEST;
            pos = limit;
        }
        int kept = limit - start;
        if (start > 0) {
            System.arraycopy(buf, start, buf, 0, kept);
            pos -= start;
            if (keep >= 0) {
                keep = 0;
            }
        }
        limit = kept;
        if (buf.length - ByteRun.PADDING - kept < SMALL / 4) {
            buf = Arrays.copyOf(buf, 2 * buf.length);
        }
        if (allowed <= 0) {
            throw new TooLargeException(Texts.of("JsonInput.anObject"), LARGEST);
        }
        int count = in.read(buf, kept, buf.length - ByteRun.PADDING - kept);
        if (count <= 0) {
            return false;
        }
        allowed -= allowed == Integer.MAX_VALUE ? 0 : count;
        limit = kept + count;
        return true;
    }
}
