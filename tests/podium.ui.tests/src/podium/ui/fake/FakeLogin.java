// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.shell.LoginSession;
import podium.core.shell.ShellListener;

/** A program that asks, and remembers what was typed. Any thread. */
public final class FakeLogin implements LoginSession {
    /** Hears what it writes. */
    public volatile Optional<ShellListener> listener = Optional.empty();

    /** The size that was told last. */
    public volatile String size = "";

    public volatile boolean closed;
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();

    @Override
    public String program() {
        return "/opt/bin/otp-login";
    }

    @Override
    public void listen(ShellListener heard) {
        heard.output("Password: ".getBytes(StandardCharsets.UTF_8));
        listener = Optional.of(heard);
    }

    /** Ends it; without words it was answered. */
    public void end(String words) {
        listener.orElseThrow().ended(OptionalInt.empty(), words);
    }

    @Override
    public synchronized void type(byte[] bytes) throws IOException {
        if (closed) {
            throw new IOException("it has ended");
        }
        typed.writeBytes(bytes);
    }

    /** All that was typed. */
    public synchronized String typed() {
        return typed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void resize(int columns, int rows) {
        size = columns + "x" + rows;
    }

    @Override
    public void close() {
        closed = true;
    }
}
