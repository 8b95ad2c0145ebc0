// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.json.Json;

class ContainerProcessesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    private static final String BRIEF = "    PID TTY          TIME CMD\n";

    private final JsonNode pod = pod(false);

    private static JsonNode pod(boolean shared) {
        try {
            return new ObjectMapper().readTree("""
                {"metadata": {"name": "p"},
                 "spec": {"shareProcessNamespace": %s,
                  "containers": [
                   {"name": "main", "command": ["python", "train.py"], "args": ["--ranks=8"]},
                   {"name": "late", "command": ["sleep", "1"]}],
                  "ephemeralContainers": [
                   {"name": "seeing", "targetContainerName": "main", "stdin": true},
                   {"name": "alone", "command": ["top"]}]},
                 "status": {
                  "containerStatuses": [
                   {"name": "main", "restartCount": 2, "state": {"running": {"startedAt": "2026-03-03T10:57:51Z"}}},
                   {"name": "late", "state": {"waiting": {"reason": "ImagePullBackOff"}}}],
                  "ephemeralContainerStatuses": [
                   {"name": "seeing", "state": {"running": {"startedAt": "2026-03-04T11:59:00Z"}}}]}}
                """.formatted(shared));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String ps(
            JsonNode pod, String list, int number, List<String> shell, boolean terminal, String... words) {
        JsonNode container = Json.at(pod, "spec", list).path(number);
        return new ContainerProcesses(pod, container, NOON).print(List.of(words), shell, terminal);
    }

    @Test
    void whatTheContainerRunsIsThereSinceItWasStarted() {
        assertEquals(
                BRIEF + "      1 ?        1-01:02:09 python train.py --ranks=8\n" + "     97 ?        00:00:00 ps\n",
                ps(pod, "containers", 0, List.of(), false));
    }

    @Test
    void aShellIsThereOnlyWhereOneWasOpened() {
        assertEquals("""
            UID          PID    PPID  C STIME TTY          TIME CMD
            root           1       0 99 10:57 ?        1-01:02:09 python train.py --ranks=8
            root          97       0  0 12:00 pts/0    00:00:00 bash
            root          98      97  0 12:00 pts/0    00:00:00 ps -ef
            """, ps(pod, "containers", 0, List.of("bash"), true, "-ef"));
    }

    @Test
    void aDebugContainerSeesWhatItsTargetRuns() {
        assertEquals(
                BRIEF
                        + "      1 ?        1-01:02:09 python train.py --ranks=8\n"
                        + "      7 ?        00:00:00 sh\n"
                        + "     97 pts/0    00:00:00 ps\n",
                ps(pod, "ephemeralContainers", 0, List.of("sh"), true));
        assertEquals(
                BRIEF + "      1 ?        00:00:00 top\n     97 ?        00:00:00 ps\n",
                ps(pod, "ephemeralContainers", 1, List.of(), false));
    }

    @Test
    void oneProcessNamespaceShowsAllContainersThatRun() {
        assertEquals("""
            USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
            root           1  0.0  0.0   4400  1200 ?        S    10:57   0:00 /pause
            root           8 99.0  0.0   4400  1200 ?        Rsl  10:57 1502:09 python train.py --ranks=8
            root          97  0.0  0.0   4400  1200 ?        S    12:00   0:00 ps aux
            """, ps(pod(true), "containers", 0, List.of(), false, "aux"));
    }
}
