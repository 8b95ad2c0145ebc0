// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The events of one watch as they arrive. */
final class WatchStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 15;

    private final InputStream in;
    private final BlockingQueue<Optional<JsonNode>> events = new LinkedBlockingQueue<>();

    WatchStream(InputStream in) {
        this.in = in;
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.add(Optional.of(JSON.readTree(line)));
            }
        } catch (IOException e) {
            // The stream has ended, as the marker behind it says.
        }
        events.add(Optional.empty());
    }

    /** The next event; fails if the stream ends or nothing comes. */
    JsonNode next() {
        return take().orElseThrow(() -> new AssertionError("the watch has ended"));
    }

    /** The next event that is no bookmark, as {@code TYPE name}. */
    String nextName() {
        JsonNode event = next(any -> !any.path("type").asText().equals("BOOKMARK"));
        return event.path("type").asText() + " "
                + event.at("/object/metadata/name").asText();
    }

    /** The next event that matches; others are skipped. */
    JsonNode next(Predicate<JsonNode> wanted) {
        while (true) {
            JsonNode event = next();
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    /** Waits for the end, skipping events. */
    void awaitEnd() {
        while (take().isPresent()) {
            // Only the end counts.
        }
    }

    private Optional<JsonNode> take() {
        try {
            Optional<JsonNode> event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("nothing came in " + PATIENCE_SECONDS + " s");
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
