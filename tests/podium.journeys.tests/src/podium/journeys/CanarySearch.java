// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** Hears all that is logged, and looks for texts in it and in files (R8). */
final class CanarySearch implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            logged.add(formatter.format(entry));
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    CanarySearch() {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    /** Where a text stands: files below a folder but for those below another one, the log, and these texts. */
    List<String> places(String canary, Path folder, Path without, String... texts) throws IOException {
        List<String> places = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(without)
                        && Files.readString(file, StandardCharsets.ISO_8859_1).contains(canary)) {
                    places.add(file.toString());
                }
            }
        }
        logged.stream().filter(line -> line.contains(canary)).forEach(places::add);
        Stream.of(texts).filter(text -> text.contains(canary)).forEach(places::add);
        return places;
    }

    @Override
    public void close() {
        root.removeHandler(handler);
    }
}
