// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What a server was asked since {@link #reset()}: how often each list was begun, each other request made. Any thread. */
final class Requests {
    private final Map<String, Integer> lists = new TreeMap<>();
    private final Map<String, Integer> others = new TreeMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong watches = new AtomicLong();

    synchronized void asked(String method, String path, boolean watch, boolean continued) {
        if (watch) {
            watches.incrementAndGet();
        } else if (!continued) {
            (path.equals("/api/v1/pods") || path.equals("/api/v1/nodes") ? lists : others)
                    .merge(method + " " + path, 1, Integer::sum);
        }
    }

    synchronized void reset() {
        lists.clear();
        others.clear();
        watches.set(0);
        bytes.set(0);
    }

    synchronized Map<String, Integer> lists() {
        return new TreeMap<>(lists);
    }

    synchronized Map<String, Integer> others() {
        return new TreeMap<>(others);
    }

    long watches() {
        return watches.get();
    }

    long bytes() {
        return bytes.get();
    }

    OutputStream counted(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] what, int from, int length) throws IOException {
                bytes.addAndGet(length);
                out.write(what, from, length);
            }
        };
    }
}
