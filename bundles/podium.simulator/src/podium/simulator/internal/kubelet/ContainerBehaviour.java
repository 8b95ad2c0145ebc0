// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;

/**
 * What the containers of a pod will do, decided when it starts. Annotations of the scenario say it; without them a
 * {@code sleep} command ends when it says, a pod of a Job ends after a while, one that is typed into when that ends, and any
 * other pod runs until it is told to stop.
 *
 * @param start from admission to running: pulling the image, creating the containers
 * @param ready from running to ready
 * @param end from running to the end; empty for a pod that serves until it is stopped
 * @param exitCode how it ends
 * @param reason the reason of a bad end, such as {@code OOMKilled}
 * @param stop how long it takes to stop when told to; the grace period cuts it short
 */
public record ContainerBehaviour(
        Duration start, Duration ready, Optional<Duration> end, int exitCode, String reason, Duration stop) {

    /** How long the work takes, such as {@code 900s}, {@code 45m} or {@code 6h}. */
    public static final String DURATION = "simulator.podium/duration";
    /** At which part of the duration (0..1) it fails; absent for work that succeeds. */
    public static final String FAILS_AT = "simulator.podium/fails-at";
    /** The exit code of the failure; 1 unless given. */
    public static final String EXIT_CODE = "simulator.podium/exit-code";
    /** What kind of work it is: the load its accelerators show. */
    public static final String PROFILE = "simulator.podium/profile";

    static ContainerBehaviour of(ObjectNode pod, RandomSource seed, boolean imageKnown) {
        RandomSource own = seed.of(Json.uid(pod));
        double pull = imageKnown ? 0 : own.of("pull").between(4, 18);
        Duration start = seconds(pull + own.of("create").between(1, 3));
        Duration stop = seconds(own.of("stop").between(1, 6));
        Optional<Duration> end = duration(pod, own);
        Optional<Double> failsAt = Json.annotation(pod, FAILS_AT).map(Double::parseDouble);
        if (end.isPresent() && failsAt.isPresent()) {
            int code = Json.annotation(pod, EXIT_CODE).map(Integer::parseInt).orElse(1);
            Duration cut = seconds(end.get().toSeconds() * failsAt.get());
            return new ContainerBehaviour(start, ready(pod, own), Optional.of(cut), code, reason(code), stop);
        }
        return new ContainerBehaviour(start, ready(pod, own), end, 0, "Completed", stop);
    }

    private static Duration ready(ObjectNode pod, RandomSource own) {
        JsonNode probe = Json.at(pod, "spec", "containers").path(0).path("readinessProbe");
        if (probe.isMissingNode()) {
            return Duration.ZERO;
        }
        return seconds(
                Json.number(probe, 0, "initialDelaySeconds") + own.of("ready").between(0.5, 4));
    }

    private static Optional<Duration> duration(ObjectNode pod, RandomSource own) {
        Optional<String> given = Json.annotation(pod, DURATION);
        if (given.isPresent()) {
            return Optional.of(parse(given.get()));
        }
        Optional<Duration> sleep = sleep(Json.at(pod, "spec", "containers").path(0));
        if (sleep.isPresent()) {
            return sleep;
        }
        // what is typed into ends with what is typed
        boolean typed = Json.at(pod, "spec", "containers").path(0).path("stdin").asBoolean()
                && Json.controller(pod).isEmpty();
        boolean endless = typed || Json.text(pod, "spec", "restartPolicy").equals("Always");
        return endless ? Optional.empty() : Optional.of(seconds(own.of("work").between(30, 90)));
    }

    private static Optional<Duration> sleep(JsonNode container) {
        List<String> words = new ArrayList<>(Json.list(container.path("command")));
        words.addAll(Json.list(container.path("args")));
        String line = " " + String.join(" ", words).replace('"', ' ') + " ";
        int at = line.indexOf(" sleep ");
        if (at < 0) {
            return Optional.empty();
        }
        String amount = line.substring(at + 7).strip().split("[\\s;&]", 2)[0];
        return amount.matches("\\d+[smhd]?") ? Optional.of(parse(amount)) : Optional.empty();
    }

    /** Reads {@code 90}, {@code 90s}, {@code 45m}, {@code 6h} or {@code 3d}. */
    public static Duration parse(String text) {
        char unit = text.charAt(text.length() - 1);
        if (Character.isDigit(unit)) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (unit) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            case 'd' -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException("not a duration: " + text);
        };
    }

    private static String reason(int code) {
        return code == 137 ? "OOMKilled" : "Error";
    }

    private static Duration seconds(double value) {
        return Duration.ofMillis(Math.round(value * 1000));
    }
}
