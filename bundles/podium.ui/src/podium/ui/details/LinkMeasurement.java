// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import podium.core.link.LinkProgress;
import podium.core.link.LinkReport;
import podium.core.link.MachineLinks;
import podium.model.fleet.Node;
import podium.ui.label.FailureLabel;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Formats;

/** One measurement after the other, and what is to be said of it. UI thread. */
final class LinkMeasurement {
    private static final LinkReport NOTHING = new LinkReport(Instant.EPOCH, "", List.of(), List.of(), Map.of());

    private final MachineLinks links;
    private final BackgroundWork background;
    private final Runnable changed;
    private CompletableFuture<LinkReport> running = CompletableFuture.completedFuture(NOTHING);
    private volatile LinkProgress progress = new LinkProgress(0, 0);
    private Optional<String> problem = Optional.empty();
    private Optional<String> absence = Optional.empty();
    private boolean looked;

    /** @param changed called on any thread when there is something new to say */
    LinkMeasurement(MachineLinks links, BackgroundWork background, Runnable changed) {
        this.links = links;
        this.background = background;
        this.changed = changed;
    }

    /** Finds out, once, whether anything can be measured here. */
    void look() {
        if (!looked) {
            looked = true;
            background.run(
                    links::unavailable,
                    found -> {
                        absence = found;
                        changed.run();
                    },
                    failure -> {
                        absence = Optional.of(FailureLabel.words(failure));
                        changed.run();
                    });
        }
    }

    boolean isRunning() {
        return !running.isDone();
    }

    /** Why nothing can be measured here; empty: it can, as far as is known. */
    Optional<String> absence() {
        return absence;
    }

    /** Why the last try gave nothing; empty: it did not fail. */
    Optional<String> problem() {
        return problem;
    }

    /** True when devices were left out of the last try. */
    boolean leftOut() {
        return problem.isPresent()
                || links.last().filter(report -> !report.leftOut().isEmpty()).isPresent();
    }

    void start(Node node, boolean evenHeld) {
        problem = Optional.empty();
        progress = new LinkProgress(0, 0);
        running = links.measure(node, evenHeld, step -> {
            progress = step;
            changed.run();
        });
        background.follow(running, report -> changed.run(), failure -> {
            problem = Optional.of(FailureLabel.words(failure));
            changed.run();
        });
    }

    void stop() {
        running.cancel(true);
        changed.run();
    }

    /** One line. */
    String words() {
        LinkProgress now = progress;
        if (isRunning()) {
            return now.all() == 0
                    ? Texts.of("LinkMeasurement.starting")
                    : Texts.of("LinkMeasurement.measuringOfLinks", now.done(), Formats.counted(now.all(), "link"));
        }
        Optional<LinkReport> last = links.last();
        if (problem.isPresent() || last.isEmpty()) {
            return "";
        }
        int slow = last.get().slow().size();
        String links = Formats.counted(last.get().links().size(), "link");
        List<String> words = new ArrayList<>();
        words.add(
                slow == 0
                        ? Texts.of("LinkMeasurement.noneSlow", links)
                        : Texts.of("LinkMeasurement.slow", links, Formats.count(slow)));
        new TreeMap<>(last.get().leftOut())
                .forEach((index, reason) -> words.add(Texts.of("LinkMeasurement.gpuLeftOut", index, reason)));
        return String.join("; ", words);
    }
}
