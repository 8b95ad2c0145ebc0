// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.ContainerBehaviour;
import podium.simulator.internal.loop.RandomSource;

/**
 * What one run of a container wrote: how it began with the devices it was given, a line for each step of its work, how it ended.
 * Nothing is kept: each line follows from the pod and the line's number, and is the same whenever it is asked for.
 */
final class ContainerLog {
    private static final Duration FIRST = Duration.ofMillis(600);
    private static final Duration STEP = Duration.ofSeconds(2);

    private final ContainerRun run;
    private final RandomSource seed;
    private final String rank;
    private final boolean trains;
    private final boolean serves;
    private final List<String> opening;
    private final List<String> closing;

    ContainerLog(ContainerRun run) {
        this.run = run;
        this.seed = new RandomSource(0).of(Json.uid(run.pod())).of(run.name()).of(run.restart());
        this.rank = Json.annotation(run.pod(), "batch.kubernetes.io/job-completion-index")
                .orElse("");
        String profile = Json.annotation(run.pod(), ContainerBehaviour.PROFILE).orElse("");
        this.trains = isAccelerated() && (!rank.isEmpty() || profile.contains("train") || profile.contains("tuning"));
        this.serves = !trains
                && rank.isEmpty()
                && (profile.isEmpty() || profile.contains("infer") || profile.contains("serv"));
        this.opening = opening();
        this.closing = closing();
    }

    /** How many lines there are at a time. */
    long count(Instant now) {
        Instant end = run.ended().orElse(now);
        // a shell that waits to be typed into has nothing to say
        if (now.isBefore(run.started()) || run.container().path("stdin").asBoolean()) {
            return 0;
        }
        long steps = steps(end);
        boolean over = run.ended().filter(at -> !at.isAfter(now)).isPresent();
        if (steps < 0) {
            return over ? closing.size() : 0;
        }
        return opening.size() + steps + (over ? closing.size() : 0);
    }

    /** Steps done by then; negative: it had not begun. */
    private long steps(Instant at) {
        Duration since = Duration.between(run.started(), at).minus(FIRST);
        return since.isNegative() ? -1 : since.toMillis() / STEP.toMillis();
    }

    /** When a line was written, to the nanosecond. */
    Instant time(long line) {
        if (line < opening.size()) {
            return run.started().plus(FIRST.multipliedBy(line + 1).dividedBy(opening.size() + 1L));
        }
        long step = line - opening.size();
        return run.ended().filter(end -> step >= Math.max(0, steps(end))).orElseGet(() -> run.started()
                .plus(FIRST)
                .plus(STEP.multipliedBy(step + 1))
                .minusNanos(seed.of(line).random().nextLong(400_000_000)));
    }

    /** A line without its end. */
    String text(long line) {
        if (line < opening.size()) {
            return opening.get((int) line);
        }
        long step = line - opening.size();
        long steps = run.ended().map(this::steps).orElse(Long.MAX_VALUE);
        if (step >= Math.max(0, steps)) {
            return closing.get((int) Math.min(closing.size() - 1L, step - Math.max(0, steps)));
        }
        return trains
                ? trained(step)
                : serves ? served(step) : prefix() + "sample " + (step + 1) + " done, score " + score(step);
    }

    private String prefix() {
        return rank.isEmpty() ? "" : "[rank" + rank + "] ";
    }

    private String trained(long step) {
        RandomSource own = seed.of(step);
        if (step % 61 == 60) {
            return prefix() + "\u001b[33mWARNING\u001b[0m data loader waited "
                    + own.random().nextInt(300, 1500) + " ms for the next batch";
        }
        if (step % 200 == 199) {
            return prefix() + "\u001b[32msaved\u001b[0m checkpoint step " + (step + 1) + " in "
                    + own.random().nextInt(4, 19) + " s";
        }
        double loss = 1.9 + 8.0 / Math.sqrt(step + 4.0) + own.between(-0.04, 0.04);
        return String.format(
                Locale.ROOT,
                "%sstep %d | loss %.4f | grad norm %.2f | lr %.2e | %d ms/step",
                prefix(),
                step + 1,
                loss,
                own.of("norm").between(0.3, 1.2),
                3e-4 * Math.min(1, (step + 1) / 500.0),
                1900 + own.random().nextInt(120));
    }

    private String score(long step) {
        return String.format(Locale.ROOT, "%.3f", seed.of(step).between(0.2, 0.95));
    }

    private String served(long step) {
        RandomSource own = seed.of(step);
        if (!isAccelerated()) {
            return "GET /healthz 200 " + own.random().nextInt(1, 40) + " ms";
        }
        return "POST /v1/completions 200 prompt=" + own.random().nextInt(40, 4000) + " tokens="
                + own.of("tokens").random().nextInt(10, 900) + " "
                + own.of("ms").random().nextInt(80, 2400) + " ms";
    }

    private List<String> opening() {
        List<String> lines = new ArrayList<>();
        String node = Json.text(run.pod(), "spec", "nodeName");
        lines.add(prefix() + "started on " + node + ", image " + Json.text(run.container(), "image"));
        List<String> devices = devices();
        if (!devices.isEmpty()) {
            lines.add(prefix() + "devices: " + String.join(", ", devices));
        }
        if (trains) {
            lines.add(prefix() + "NCCL INFO Bootstrap: using eth0");
            lines.add(prefix() + "NCCL INFO Channel 00/16 via P2P/CUMEM");
        }
        return lines;
    }

    /** Whether it asks for devices, by an extended resource or a claim: all others load, serve or convert without. */
    private boolean isAccelerated() {
        JsonNode resources = run.container().path("resources");
        return !resources.path("claims").isEmpty()
                || resources.path("limits").propertyStream().anyMatch(limit -> limit.getKey()
                        .contains("/"));
    }

    private List<String> devices() {
        List<String> devices = new ArrayList<>();
        for (JsonNode status : Json.at(run.pod(), "status", "containerStatuses")) {
            if (Json.text(status, "name").equals(run.name())) {
                for (JsonNode resource : status.path("allocatedResourcesStatus")) {
                    resource.path("resources").forEach(device -> devices.add(Json.text(device, "resourceID")));
                }
            }
        }
        return devices;
    }

    private List<String> closing() {
        if (run.ended().isEmpty()) {
            return List.of();
        }
        if (run.exitCode() == 0) {
            return List.of(prefix() + "done");
        }
        if (run.exitCode() == 137) {
            return List.of(prefix() + "Killed");
        }
        if (!isAccelerated()) {
            return List.of(
                    prefix() + "Traceback (most recent call last):",
                    prefix() + "  File \"/workspace/load.py\", line 88, in open_shards",
                    prefix() + "    pages = client.list_objects_v2(Bucket=bucket, Prefix=prefix)",
                    prefix() + "\u001b[31mNoSuchBucket\u001b[0m: The specified bucket does not exist");
        }
        return List.of(
                prefix() + "Traceback (most recent call last):",
                prefix() + "  File \"/workspace/train.py\", line 412, in <module>",
                prefix() + "    loss.backward()",
                prefix() + "\u001b[31mRuntimeError\u001b[0m: CUDA error: an illegal memory access was encountered");
    }
}
