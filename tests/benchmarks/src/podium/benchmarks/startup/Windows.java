// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.startup;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * Tells when the window manager has a window to manage, by what {@code xprop} reports of the root window's
 * {@code _NET_CLIENT_LIST} (Extended Window Manager Hints, "Root Window Properties"). Needs a display with a window
 * manager and no other window.
 */
final class Windows implements AutoCloseable {
    private final Process xprop;
    private final BufferedReader reports;

    Windows() throws IOException {
        xprop = new ProcessBuilder("xprop", "-root", "-spy", "_NET_CLIENT_LIST")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        reports = xprop.inputReader();
        String first = reports.readLine();
        if (first == null || first.contains("0x")) {
            close();
            throw new IOException("P6 needs a display of its own, with a window manager and no window: " + first);
        }
    }

    /** Waits until there is a window. */
    void awaitOne() throws IOException {
        for (String line = reports.readLine(); line != null; line = reports.readLine()) {
            if (line.contains("0x")) {
                return;
            }
        }
        throw new IOException("the display has gone");
    }

    @Override
    public void close() {
        xprop.destroy();
    }
}
