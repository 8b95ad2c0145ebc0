// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The small web server in a simulated container: one client, one request after the other. */
final class PodHttp {
    private static final int LONGEST_LINE = 8192;

    private final InputStream in;
    private final OutputStream out;
    private final Function<String, Optional<PodProxy.Response>> pages;

    /** @param pages what there is at a path */
    PodHttp(InputStream in, OutputStream out, Function<String, Optional<PodProxy.Response>> pages) {
        this.in = in;
        this.out = out;
        this.pages = pages;
    }

    void serve() throws IOException {
        boolean open = true;
        for (String first = line(); open && !first.isEmpty(); first = open ? line() : "") {
            long body = 0;
            open = first.endsWith("HTTP/1.1");
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    body = Long.parseLong(lower.substring(15).strip());
                } else if (lower.startsWith("connection:")) {
                    open &= !lower.contains("close");
                }
            }
            in.skipNBytes(body);
            String[] words = first.split(" ");
            if (words.length != 3) {
                return;
            }
            answer(words[0], words[1].split("\\?")[0]);
        }
    }

    private void answer(String method, String path) throws IOException {
        boolean read = method.equals("GET") || method.equals("HEAD");
        PodProxy.Response response =
                read ? pages.apply(path).orElseGet(() -> text(404, "not found\n")) : text(405, "only GET and HEAD\n");
        String head = "HTTP/1.1 " + response.status() + " " + (response.status() == 200 ? "OK" : "Refused")
                + "\r\nContent-Type: " + response.contentType() + "\r\nContent-Length: "
                + response.body().length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        if (!method.equals("HEAD")) {
            out.write(response.body());
        }
        out.flush();
    }

    private static PodProxy.Response text(int status, String text) {
        return new PodProxy.Response(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A line without its end; empty at the end of all. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
            }
        }
        return line.toString().strip();
    }
}
