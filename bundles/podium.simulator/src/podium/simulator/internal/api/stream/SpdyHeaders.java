// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The headers of SPDY/3.1 streams: packed by zlib, all of one direction as one stream of it, with a dictionary that both sides know
 * (SPDY protocol draft 3.1, 2.6.10.1).
 */
final class SpdyHeaders implements AutoCloseable {
    private static final int LARGEST = 64 * 1024;

    private static final List<String> KNOWN = List.of(
            ("options head post put delete trace accept accept-charset accept-encoding accept-language accept-ranges"
                            + " age allow authorization cache-control connection content-base content-encoding content-language"
                            + " content-length content-location content-md5 content-range content-type date etag expect expires"
                            + " from host if-match if-modified-since if-none-match if-range if-unmodified-since last-modified"
                            + " location max-forwards pragma proxy-authenticate proxy-authorization range referer retry-after"
                            + " server te trailer transfer-encoding upgrade user-agent vary via warning www-authenticate method"
                            + " get status 200_OK version HTTP/1.1 url public set-cookie keep-alive origin")
                    .split(" "));

    private static final String KNOWN_REST =
            "100101201202205206300302303304305306307402405406407408409410411412413414415416417502504505203"
                    + " Non-Authoritative Information204 No Content301 Moved Permanently400 Bad Request401 Unauthorized403"
                    + " Forbidden404 Not Found500 Internal Server Error501 Not Implemented503 Service UnavailableJan Feb"
                    + " Mar Apr May Jun Jul Aug Sept Oct Nov Dec 00:00:00 Mon, Tue, Wed, Thu, Fri, Sat, Sun, GMT"
                    + "chunked,text/html,image/png,image/jpg,image/gif,application/xml,application/xhtml+xml,text/plain,"
                    + "text/javascript,publicprivatemax-age=gzip,deflate,sdchcharset=utf-8charset=iso-8859-1,utf-,*,enq=0.";

    private static final byte[] DICTIONARY = dictionary();

    private final Inflater inflater = new Inflater();
    private final Deflater deflater = new Deflater();

    SpdyHeaders() {
        deflater.setDictionary(DICTIONARY);
    }

    static byte[] dictionary() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String word : KNOWN) {
            bytes.writeBytes(new byte[] {0, 0, 0, (byte) word.length()});
            bytes.writeBytes(word.replace('_', ' ').getBytes(StandardCharsets.US_ASCII));
        }
        bytes.writeBytes(KNOWN_REST.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    /** The next block of the client; names in lower case. */
    Map<String, String> read(byte[] block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = new byte[1024];
        inflater.setInput(block);
        try {
            for (int count = inflater.inflate(some);
                    count > 0 || inflater.needsDictionary();
                    count = inflater.inflate(some)) {
                if (inflater.needsDictionary()) {
                    inflater.setDictionary(DICTIONARY);
                }
                bytes.write(some, 0, count);
                if (bytes.size() > LARGEST) {
                    throw new IOException("headers of more than " + LARGEST + " bytes");
                }
            }
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new IOException("headers that cannot be unpacked", e);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        Map<String, String> headers = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            headers.put(text(in).toLowerCase(Locale.ROOT), text(in));
        }
        return headers;
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("a header of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Packs the next block of the server. */
    byte[] write(Map<String, String> headers) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(plain);
        out.writeInt(headers.size());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            for (String part : List.of(header.getKey(), header.getValue())) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
        deflater.setInput(plain.toByteArray());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] some = new byte[1024];
        for (int count = deflater.deflate(some, 0, some.length, Deflater.SYNC_FLUSH);
                count > 0;
                count = deflater.deflate(some, 0, some.length, Deflater.SYNC_FLUSH)) {
            packed.write(some, 0, count);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        inflater.end();
        deflater.end();
    }
}
