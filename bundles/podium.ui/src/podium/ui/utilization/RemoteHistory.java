// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import podium.core.change.ClusterId;
import podium.core.failure.FailureText;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.HistoryReader;
import podium.core.metrics.HistoryReader.Past;
import podium.core.metrics.HistoryReader.Span;
import podium.core.metrics.Metric;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Formats;

/**
 * What servers say about the time that the store does not reach back to: one span at a time, the latest wins. A server that
 * failed is asked again after a while. UI thread.
 */
final class RemoteHistory {
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final HistoryReader reader;
    private final BackgroundWork background;
    private final InstantSource clock;
    private final Runnable changed;
    private final List<CompletableFuture<Past>> running = new ArrayList<>();
    private final Map<Metric, Map<DeviceKey, Curve>> known = new HashMap<>();
    private final Set<String> servers = new LinkedHashSet<>();
    private final Set<ClusterId> without = new LinkedHashSet<>();
    private Set<Span> asked = Set.of();
    private String problem = "";
    private Duration finest = Duration.ZERO;
    private Instant failedAt = Instant.MIN;
    private int answers;

    /** @param changed called when there is more to show */
    RemoteHistory(HistoryReader reader, BackgroundWork background, InstantSource clock, Runnable changed) {
        this.reader = reader;
        this.background = background;
        this.clock = clock;
        this.changed = changed;
    }

    /** What is known of these spans; nothing where others were asked for. */
    Map<Metric, Map<DeviceKey, Curve>> known(Set<Span> spans) {
        return spans.equals(asked) ? Map.copyOf(known) : Map.of();
    }

    /** Asks for these spans unless that was done. */
    void ask(Set<Span> spans) {
        boolean again = !problem.isEmpty() && clock.instant().isAfter(failedAt.plus(AGAIN));
        boolean another =
                without.stream().anyMatch(cluster -> reader.server(cluster).isPresent());
        if (spans.equals(asked) && !again && !another) {
            return;
        }
        stop();
        asked = Set.copyOf(spans);
        for (Span span : spans) {
            if (reader.server(span.cluster()).isEmpty()) {
                without.add(span.cluster());
            } else {
                CompletableFuture<Past> answer = reader.read(span);
                running.add(answer);
                background.follow(answer, past -> take(answer, span, past), why -> failed(answer, why));
            }
        }
    }

    /** Ends what is under way and forgets what is known. */
    void stop() {
        List<CompletableFuture<Past>> old = List.copyOf(running);
        running.clear();
        old.forEach(answer -> answer.cancel(true));
        known.clear();
        servers.clear();
        without.clear();
        asked = Set.of();
        problem = "";
        answers = 0;
        finest = Duration.ZERO;
    }

    private void take(CompletableFuture<Past> answer, Span span, Past past) {
        if (running.remove(answer)) {
            answers++;
            servers.add(past.server());
            finest = past.step().compareTo(finest) > 0 ? past.step() : finest;
            known.computeIfAbsent(span.metric(), none -> new HashMap<>()).putAll(past.curves());
            changed.run();
        }
    }

    private void failed(CompletableFuture<Past> answer, Throwable why) {
        if (running.remove(answer)) {
            problem = FailureText.of(why);
            failedAt = clock.instant();
            changed.run();
        }
    }

    /** What is told of it beside the charts; nothing where nothing was asked. */
    String caption() {
        List<String> sentences = new ArrayList<>();
        if (!running.isEmpty()) {
            sentences.add(Texts.of("RemoteHistory.askingPrometheus", answers, answers + running.size()));
        } else if (answers > 0) {
            Set<DeviceKey> devices = new HashSet<>();
            known.values().forEach(curves -> devices.addAll(curves.keySet()));
            String from = String.join(", ", servers);
            sentences.add(
                    devices.isEmpty()
                            ? Texts.of("RemoteHistory.fromItNoData", from)
                            : Texts.of("RemoteHistory.fromItEvery", from, Formats.span(finest)));
        }
        if (!problem.isEmpty()) {
            sentences.add(Texts.of("RemoteHistory.historyCouldNotBe", problem));
        }
        if (!without.isEmpty()) {
            String names = without.stream().map(ClusterId::name).collect(Collectors.joining(", "));
            sentences.add(
                    without.size() == 1
                            ? Texts.of("RemoteHistory.hasNoPrometheus", names)
                            : Texts.of("RemoteHistory.haveNoPrometheus", names));
        }
        return sentences.stream().map(sentence -> " " + sentence).collect(Collectors.joining());
    }
}
