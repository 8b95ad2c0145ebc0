// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What an API server itself says of a request for a log, before any kubelet is asked. */
@Conformance
class LogTest {
    private final ApiClient api;
    private final String pods;

    LogTest(Server server) {
        api = server.admin();
        pods = "/api/v1/namespaces/" + server.freshNamespace() + "/pods";
    }

    private void two() {
        ObjectNode pod = Objects.pod("two");
        ArrayNode containers = (ArrayNode) pod.at("/spec/containers");
        ObjectNode other = containers.get(0).deepCopy();
        containers.add(other.put("name", "other"));
        ((ObjectNode) pod.get("spec"))
                .putArray("initContainers")
                .add(containers.get(0).deepCopy())
                .forEach(container -> ((ObjectNode) container).put("name", "early"));
        api.post(pods, pod).expect(201);
    }

    @Test
    void aPodThatIsOnNoNodeHasNoLog() {
        api.post(pods, Objects.pod("p")).expect(201);
        api.get(pods + "/p/log").expect(204);
    }

    @Test
    void oneOfSeveralContainersIsToBeNamed() {
        two();
        assertEquals(
                "a container name must be specified for pod two, choose one of: [early main other]",
                api.get(pods + "/two/log").expect(400).message());
        api.get(pods + "/two/log?container=other").expect(204);
        api.get(pods + "/two/log?container=early").expect(204);
    }

    @Test
    void aContainerThatIsNotOfThePodIsRefused() {
        api.post(pods, Objects.pod("p")).expect(201);
        assertEquals(
                "container nobody is not valid for pod p",
                api.get(pods + "/p/log?container=nobody").expect(400).message());
    }

    @Test
    void optionsThatMakeNoSenseAreRefusedByName() {
        api.post(pods, Objects.pod("p")).expect(201);
        assertEquals(
                "PodLogOptions \"p\" is invalid: tailLines: Invalid value: -1: must be greater than or equal to 0",
                api.get(pods + "/p/log?tailLines=-1").expect(422).message());
        assertEquals(
                "PodLogOptions \"p\" is invalid: sinceSeconds: Invalid value: 0: must be greater than 0",
                api.get(pods + "/p/log?sinceSeconds=0").expect(422).message());
        assertEquals(
                "PodLogOptions \"p\" is invalid: limitBytes: Invalid value: 0: must be greater than 0",
                api.get(pods + "/p/log?limitBytes=0").expect(422).message());
        assertEquals(
                "PodLogOptions \"p\" is invalid: []: Forbidden: at most one of `sinceTime` or `sinceSeconds` may be"
                        + " specified",
                api.get(pods + "/p/log?sinceSeconds=1&sinceTime=2024-01-01T00:00:00Z")
                        .expect(422)
                        .message());
    }

    @Test
    void aPodThatIsNotThereIsNotFound() {
        api.get(pods + "/none/log").expect(404);
    }
}
