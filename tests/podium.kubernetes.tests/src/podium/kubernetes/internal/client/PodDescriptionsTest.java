// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.api.PodDescription;
import podium.core.api.PodDescription.Line;
import podium.core.api.PodDescription.Tone;

class PodDescriptionsTest {
    private static final String CRASHING = """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","namespace":"n","uid":"u"},
         "spec":{"nodeName":"n1","restartPolicy":"OnFailure",
          "initContainers":[{"name":"fetch","image":"fetch:1"}],
          "containers":[{"name":"train","image":"torch:2.9","command":["python","train.py"],
           "env":[{"name":"TOKEN","value":"hunter2"}],
           "resources":{"requests":{"cpu":"8"},"limits":{"nvidia.com/gpu":"8","memory":"400Gi"}},
           "readinessProbe":{"httpGet":{"path":"/ready","port":8080},"periodSeconds":5},
           "volumeMounts":[{"name":"data","mountPath":"/data","readOnly":true}]}],
          "volumes":[{"name":"data","persistentVolumeClaim":{"claimName":"corpus"}}]},
         "status":{"phase":"Running",
          "conditions":[{"type":"Ready","status":"False","reason":"ContainersNotReady","message":"train"}],
          "initContainerStatuses":[{"name":"fetch","restartCount":0,"ready":true,
           "state":{"terminated":{"exitCode":0,"reason":"Completed","finishedAt":"2026-01-01T00:00:00Z"}}}],
          "containerStatuses":[{"name":"train","restartCount":3,"ready":false,
           "state":{"waiting":{"reason":"CrashLoopBackOff","message":"back-off 40s"}},
           "lastState":{"terminated":{"exitCode":137,"reason":"OOMKilled","finishedAt":"2026-01-01T00:05:00Z"}}}]}}
        """;

    private static PodDescription described(String json) {
        return PodDescriptions.of(Serialization.unmarshal(json, Pod.class));
    }

    private static List<Line> section(PodDescription description, String title) {
        return description.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow()
                .lines();
    }

    private static String value(List<Line> lines, String label) {
        return lines.stream()
                .filter(line -> line.label().equals(label))
                .map(Line::value)
                .findFirst()
                .orElse("");
    }

    @Test
    void aContainerSaysHowItIsAndHowItEndedInWords() {
        List<Line> train = section(described(CRASHING), "container train");
        assertEquals("waiting: CrashLoopBackOff", value(train, "state"));
        assertEquals("3", value(train, "restarts"));
        assertEquals(
                "ended with exit code 137 (OOMKilled): killed (SIGKILL): out of memory, or the grace period was over",
                value(train, "last run"));
        assertEquals("400Gi memory, 8 nvidia.com/gpu", value(train, "limits"));
        assertEquals("GET /ready on port 8080, every 5 s, after 0 s, fails after 3", value(train, "readiness probe"));
        assertEquals("/data from data, read-only", value(train, "mount"));
    }

    @Test
    void initContainersConditionsAndVolumesAreToldToo() {
        PodDescription description = described(CRASHING);
        assertEquals(
                "ended with exit code 0 (Completed)", value(section(description, "init container fetch"), "state"));
        assertEquals("no: ContainersNotReady (train)", value(section(description, "conditions"), "Ready"));
        assertEquals("claim corpus", value(section(description, "volumes"), "data"));
        assertEquals(Tone.BAD, section(description, "container train").get(2).tone());
    }

    @Test
    void noValueOfAVariableIsPartOfIt() {
        PodDescription description = described(CRASHING);
        assertFalse(description.toString().contains("hunter2"));
        assertEquals("1, see YAML", value(section(description, "container train"), "variables"));
    }

    @Test
    void aPodThatIsOnlyNamedIsDescribedToo() {
        PodDescription description = described("""
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c"}]}}
            """);
        assertEquals("not started", value(section(description, "container c"), "state"));
    }

    @Test
    void anExitCodeHasItsMeaning() {
        assertEquals("segmentation fault (SIGSEGV)", ExitCodes.words(139));
        assertEquals("the command was not found", ExitCodes.words(127));
        assertEquals("", ExitCodes.words(3));
        assertTrue(ExitCodes.words(190).contains("62"));
    }
}
