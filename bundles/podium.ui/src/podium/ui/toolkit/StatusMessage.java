// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** News for the status line, shown for a while: what was saved, what broke. What needs a decision is a dialog instead. UI thread. */
public final class StatusMessage {
    /** Long enough to look down and read a sentence. */
    public static final Duration SHOWN = Duration.ofSeconds(8);

    private final InstantSource clock;
    private final Listeners<StatusMessage> listeners = new Listeners<>();
    private String said = "";
    private String warned = "";
    private Instant until = Instant.EPOCH;

    public StatusMessage(InstantSource clock) {
        this.clock = clock;
    }

    /** Says this now, instead of what was said before. */
    public void say(String words) {
        said = words;
        until = clock.instant().plus(SHOWN);
        listeners.tell(this);
    }

    /** Says what broke, and keeps it at hand until it is settled or Podium ends. */
    public void warn(String words) {
        warned = words;
        say(words);
    }

    /** Takes back what broke, where that was told last: it works again. */
    public void settle(String words) {
        if (!words.isEmpty() && warned.equals(words)) {
            warned = "";
            until = said.equals(words) ? Instant.EPOCH : until;
            listeners.tell(this);
        }
    }

    /** What broke last; empty: nothing did. */
    public Optional<String> warning() {
        return warned.isEmpty() ? Optional.empty() : Optional.of(warned);
    }

    /** What is said now; empty: nothing. */
    public Optional<String> words() {
        return clock.instant().isBefore(until) ? Optional.of(said) : Optional.empty();
    }

    /** Hears of each; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(message -> listener.run());
    }
}
