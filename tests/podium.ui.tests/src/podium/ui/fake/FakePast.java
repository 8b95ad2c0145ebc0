// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.HistoryReader;

/** A Prometheus that answers when the test says so. */
public final class FakePast implements HistoryReader {
    /** Questions, in the order they were asked, with their answers. */
    public final Map<Span, CompletableFuture<Past>> asked = new LinkedHashMap<>();

    private Optional<String> server = Optional.empty();

    /** There is one from now on. */
    public void serve(String address) {
        server = Optional.of(address);
    }

    @Override
    public Optional<String> server(ClusterId cluster) {
        return server;
    }

    @Override
    public CompletableFuture<Past> read(Span span) {
        CompletableFuture<Past> answer = new CompletableFuture<>();
        asked.put(span, answer);
        return answer;
    }

    /** Questions that are neither answered nor given up. */
    public long open() {
        return asked.values().stream().filter(answer -> !answer.isDone()).count();
    }

    /** Answers all with one value of these devices throughout. */
    public void answer(List<DeviceKey> devices, double value) {
        List.copyOf(asked.entrySet()).forEach(entry -> entry.getValue().complete(past(entry.getKey(), devices, value)));
    }

    /** Lets all fail. */
    public void fail(Exception why) {
        List.copyOf(asked.values()).forEach(answer -> answer.completeExceptionally(why));
    }

    private Past past(Span span, List<DeviceKey> devices, double value) {
        double[] values = new double[span.buckets()];
        int[] count = new int[span.buckets()];
        Arrays.fill(values, value);
        Arrays.fill(count, 1);
        Map<DeviceKey, Curve> curves = new HashMap<>();
        devices.forEach(device ->
                curves.put(device, new Curve(span.from(), span.step().toMillis(), values, values, values, count)));
        return new Past(server.orElse(""), curves, Duration.from(span.step()));
    }
}
