// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.simulator.internal.api.log.ContainerRun;
import podium.simulator.internal.json.Json;

/**
 * The processes that are seen in a container: its own; of a debug container those of its target too; of a pod with one process namespace
 * (shareProcessNamespace) those of all its containers, below the pause container. Printed as {@code ps} of procps does.
 */
final class ContainerProcesses {
    /** What waits for something all its life. */
    private static final Set<String> IDLE = Set.of("/pause", "sleep", "sh", "bash", "ps");

    private static final int FIRST_OF_OTHERS = 7;
    private static final int FIRST_TYPED = 97;
    private static final DateTimeFormatter BEGIN =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final JsonNode pod;
    private final JsonNode container;
    private final Clock clock;

    private record Process(int id, int parent, String terminal, Instant begin, String command) {
        Duration used(Instant now) {
            boolean idle = IDLE.contains(command.split(" ", 2)[0]);
            return idle || now.isBefore(begin) ? Duration.ZERO : Duration.between(begin, now);
        }
    }

    /** @param clock the time that the fleet has */
    ContainerProcesses(JsonNode pod, JsonNode container, Clock clock) {
        this.pod = pod;
        this.container = container;
        this.clock = clock;
    }

    /**
     * What it prints.
     *
     * @param shell what it is typed into; none in it: it was started by itself
     * @param terminal whether a person sits there
     */
    String print(List<String> arguments, List<String> shell, boolean terminal) {
        List<Process> all = new ArrayList<>(mains());
        Instant now = clock.instant();
        String at = terminal ? "pts/0" : "?";
        int parent = 0;
        int id = FIRST_TYPED;
        String typed = String.join(" ", shell);
        boolean ownShell = typed.isEmpty() || isTyped(container) && typed.equals(command(container));
        if (!ownShell) {
            all.add(new Process(id, parent, at, now, typed));
            parent = id++;
        }
        all.add(new Process(id, parent, at, now, ("ps " + String.join(" ", arguments)).strip()));
        String options = arguments.isEmpty() ? "" : arguments.getFirst().replace("-", "");
        return options.contains("u") ? byUser(all) : options.contains("f") ? full(all) : brief(all);
    }

    private List<Process> mains() {
        if (pod.at("/spec/shareProcessNamespace").asBoolean()) {
            List<Process> all = new ArrayList<>();
            all.add(new Process(1, 0, "?", begin(container), "/pause"));
            for (JsonNode one : pod.at("/spec/containers")) {
                if (ContainerRun.running(pod, one).isPresent()) {
                    all.add(main(FIRST_OF_OTHERS + all.size(), one));
                }
            }
            return all;
        }
        String target = Json.text(container, "targetContainerName");
        List<Process> all = Json.objects(pod.at("/spec/containers")).stream()
                .filter(one -> !target.isEmpty() && Json.text(one, "name").equals(target))
                .map(one -> main(1, one))
                .collect(Collectors.toCollection(ArrayList::new));
        all.add(main(all.isEmpty() ? 1 : FIRST_OF_OTHERS, container));
        return all;
    }

    private Process main(int id, JsonNode of) {
        return new Process(id, 0, "?", begin(of), command(of));
    }

    /** What the container runs, else what its image would start. */
    private static String command(JsonNode container) {
        String command = Stream.of("command", "args")
                .flatMap(field -> Json.list(Json.at(container, field)).stream())
                .collect(Collectors.joining(" "));
        return !command.isEmpty() ? command : isTyped(container) ? "sh" : "entrypoint";
    }

    /** Whether people type into its main process. */
    private static boolean isTyped(JsonNode container) {
        return container.path("stdin").asBoolean();
    }

    private Instant begin(JsonNode of) {
        return ContainerRun.running(pod, of).map(ContainerRun::started).orElseGet(clock::instant);
    }

    private String brief(List<Process> all) {
        Instant now = clock.instant();
        return "    PID TTY          TIME CMD\n"
                + lines(
                        all,
                        it -> String.format(
                                Locale.ROOT, "%7d %-8s %s %s", it.id, it.terminal, hours(it.used(now)), it.command));
    }

    private String full(List<Process> all) {
        Instant now = clock.instant();
        return "UID          PID    PPID  C STIME TTY          TIME CMD\n"
                + lines(
                        all,
                        it -> String.format(
                                Locale.ROOT,
                                "root     %7d %7d %2d %s %-8s %s %s",
                                it.id,
                                it.parent,
                                share(it, now),
                                BEGIN.format(it.begin),
                                it.terminal,
                                hours(it.used(now)),
                                it.command));
    }

    private String byUser(List<Process> all) {
        Instant now = clock.instant();
        return "USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n"
                + lines(
                        all,
                        it -> String.format(
                                Locale.ROOT,
                                "root     %7d %4.1f  0.0 %6d %5d %-8s %-4s %s %6s %s",
                                it.id,
                                (double) share(it, now),
                                4_400,
                                1_200,
                                it.terminal,
                                share(it, now) > 0 ? "Rsl" : "S",
                                BEGIN.format(it.begin),
                                it.used(now).toMinutes()
                                        + String.format(
                                                Locale.ROOT,
                                                ":%02d",
                                                it.used(now).toSecondsPart()),
                                it.command));
    }

    /** Of a core, in percent. */
    private static int share(Process process, Instant now) {
        return process.used(now).isZero() ? 0 : 99;
    }

    private static String hours(Duration used) {
        String days = used.toDays() == 0 ? "" : used.toDays() + "-";
        return days
                + String.format(
                        Locale.ROOT, "%02d:%02d:%02d", used.toHoursPart(), used.toMinutesPart(), used.toSecondsPart());
    }

    private static String lines(List<Process> all, Function<Process, String> line) {
        return all.stream().map(it -> line.apply(it) + "\n").collect(Collectors.joining());
    }
}
