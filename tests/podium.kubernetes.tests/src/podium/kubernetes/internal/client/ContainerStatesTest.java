// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.text.ReadableTime;
import podium.kubernetes.internal.json.Trees;

class ContainerStatesTest {
    private static final String POD = """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","namespace":"n","uid":"u"},
         "spec":{"containers":[{"name":"train"},{"name":"misnamed"},{"name":"slow"},{"name":"unseen"},{"name":"crashes"}],
          "ephemeralContainers":[{"name":"debug"}]},
         "status":{
          "containerStatuses":[
           {"name":"train","restartCount":1,"state":{"terminated":{"exitCode":1}}},
           {"name":"misnamed","restartCount":0,"state":{"waiting":{"reason":"InvalidImageName"}}},
           {"name":"crashes","restartCount":2,"state":{"waiting":{"reason":"CrashLoopBackOff"}},
            "lastState":{"terminated":{"exitCode":3,"finishedAt":"2026-11-29T10:12:00Z"}}},
           {"name":"slow","restartCount":0,"state":{"waiting":{"reason":"ImagePullBackOff"}}}],
          "ephemeralContainerStatuses":[{"name":"debug","restartCount":0,"state":{"terminated":{"signal":9}}}]}}
        """;

    @Test
    void aDebugContainerThatEndedAndAnImageThatIsNoneAreWaitedForNoMore() throws IOException {
        List<Container> all = ContainerStates.of(Trees.read(POD)).all();
        assertEquals(
                List.of("misnamed", "debug"),
                all.stream().filter(Container::over).map(Container::name).toList());
    }

    @Test
    void howTheRunEndedWhoseLogIsReadIsThatOfTheLastOneWhileItWaitsForTheNext() throws IOException {
        PodContainers pod = ContainerStates.of(Trees.read(POD));
        Container crashes = pod.find("crashes").orElseThrow();
        assertEquals(
                "ended with exit code 3 at " + ReadableTime.of(Instant.parse("2026-11-29T10:12:00Z")), crashes.ended());
        assertEquals(crashes.ended(), crashes.endedBefore());
        Container train = pod.find("train").orElseThrow();
        assertEquals("ended with exit code 1", train.ended());
        assertEquals("", train.endedBefore());
        assertEquals("", pod.find("slow").orElseThrow().ended());
    }
}
