// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.testkit.Await;

/** Devices for claims, as the scheduler gives them. Two nodes, four devices each: one of them big, two under each root. */
@SchedulerConformance
class DeviceClaimTest {

    private static final String SLICES = "/apis/resource.k8s.io/v1/resourceslices";

    private final Bench bench;
    private final ApiClient api;
    private final String namespace;

    DeviceClaimTest(Server server) {
        bench = new Bench(server);
        api = server.admin();
        namespace = server.freshNamespace();
    }

    @BeforeEach
    void devices() {
        bench.ensure(
                Objects.yaml(
                        "{apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: gpu}, spec: {selectors:"
                                + " [{cel: {expression: 'device.driver == \"gpu.example.com\"'}}]}}"),
                "/apis/resource.k8s.io/v1/deviceclasses");
        for (String node : List.of("n0", "n1")) {
            bench.node(node, "", "", "cpu: '40', memory: 80Gi, pods: '50'");
            List<String> devices = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                devices.add("{name: gpu-" + i + ", attributes: {model: {string: " + (i == 2 ? "big" : "small")
                        + "}, index: {int: " + i + "}, driverVersion: {version: 580." + i
                        + ".0}, resource.kubernetes.io/pcieRoot: {string: 'pci" + node + i % 2
                        + "'}}, capacity: {memory: {value: " + (i == 2 ? 80 : 40) + "Gi}}"
                        + (i == 3 ? ", taints: [{key: worn, value: fan, effect: NoSchedule}]" : "") + "}");
            }
            api.post(
                            SLICES,
                            Objects.yaml("{apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: "
                                    + node
                                    + "}, spec: {driver: gpu.example.com, nodeName: " + node + ", pool: {name: " + node
                                    + ", generation: 1, resourceSliceCount: 1}, devices: ["
                                    + String.join(", ", devices) + "]}}"))
                    .expect(201);
        }
    }

    @AfterEach
    void clear() {
        bench.clear();
        for (JsonNode claim : api.get(claims()).at("/items")) {
            String path = claims() + "/" + claim.at("/metadata/name").asText();
            api.patch(path, ApiClient.MERGE, "{'metadata':{'finalizers':null}}");
            api.delete(path);
        }
        List.of("n0", "n1", "counters", "parts").forEach(slice -> api.delete(SLICES + "/" + slice));
    }

    private String claims() {
        return "/apis/resource.k8s.io/v1/namespaces/" + namespace + "/resourceclaims";
    }

    /** A claim and a pod of the same name that has it, held to n0 so that the answer is one. */
    private void claim(String name, String devices) {
        api.post(
                        claims(),
                        Objects.yaml("{apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: " + name
                                + "}, spec: {devices: {" + devices + "}}}"))
                .expect(201);
        pod(name, name);
    }

    private void pod(String name, String claim) {
        bench.pod(
                namespace,
                Objects.yaml("{apiVersion: v1, kind: Pod, metadata: {name: " + name
                        + "}, spec: {nodeSelector: {kubernetes.io/hostname: n0}, resourceClaims: [{name: c,"
                        + " resourceClaimName: " + claim
                        + "}], containers: [{name: c, image: x, resources: {claims: [{name: c}]}}]}}"));
    }

    private String exactly(String more) {
        return "requests: [{name: r, exactly: {deviceClassName: gpu" + (more.isEmpty() ? "" : ", " + more) + "}}]";
    }

    private static String selector(String expression) {
        return "selectors: [{cel: {expression: '" + expression + "'}}]";
    }

    /** What a claim has got, once its pod has a node. */
    private List<String> given(String claim) {
        Await.until(claim + " has a node", () -> !api.get(Bench.pods(namespace) + "/" + claim)
                .text("/spec/nodeName")
                .isEmpty());
        List<String> given = new ArrayList<>();
        api.get(claims() + "/" + claim)
                .at("/status/allocation/devices/results")
                .forEach(result -> given.add(result.path("request").asText() + "="
                        + result.path("pool").asText() + "/"
                        + result.path("device").asText()));
        return given;
    }

    private String refusal(String pod) {
        return Await.present(
                pod + " hears why not",
                () -> Bench.refusal(api.get(Bench.pods(namespace) + "/" + pod).body()));
    }

    @Test
    void aClaimGetsADeviceOfANodeAndIsReservedForItsPod() {
        claim("p", exactly("count: 2"));
        assertEquals(List.of("r=n0/gpu-0", "r=n0/gpu-1"), given("p"));
        Answer claim = api.get(claims() + "/p");
        assertEquals("p", claim.text("/status/reservedFor/0/name"));
        assertEquals("pods", claim.text("/status/reservedFor/0/resource"));
        JsonNode term = claim.at("/status/allocation/nodeSelector/nodeSelectorTerms/0/matchFields/0");
        assertEquals("metadata.name", term.path("key").asText());
        assertEquals("n0", term.at("/values/0").asText());
        assertEquals("resource.kubernetes.io/delete-protection", claim.text("/metadata/finalizers/0"));
    }

    @Test
    void aDeviceIsHadOnce() {
        claim("p", exactly("count: 2"));
        given("p");
        claim("q", exactly(""));
        assertEquals(List.of("r=n0/gpu-2"), given("q"));
        claim("full", exactly(""));
        assertEquals(
                "0/2 nodes are available: 1 cannot allocate all claims, 1 node(s) didn't match Pod's node"
                        + " affinity/selector. still not schedulable, preemption: 0/2 nodes are available: 2 Preemption"
                        + " is not helpful for scheduling.",
                refusal("full"));
    }

    @Test
    void selectorsReadAttributesCapacitiesAndVersions() {
        claim(
                "p",
                exactly(selector("device.attributes[\"gpu.example.com\"].model == \"big\" &&"
                        + " device.capacity[\"gpu.example.com\"].memory.compareTo(quantity(\"50Gi\")) >= 0")));
        assertEquals(List.of("r=n0/gpu-2"), given("p"));
        claim(
                "q",
                exactly(selector(
                        "device.attributes[\"gpu.example.com\"].driverVersion.isGreaterThan(semver(\"580.0.9\"))"
                                + " && device.attributes[\"gpu.example.com\"].index in [1, 3]")));
        assertEquals(List.of("r=n0/gpu-1"), given("q"));
        claim("none", exactly(selector("has(device.attributes[\"other.example.com\"].model)")));
        assertEquals(1, refusal("none").split("cannot allocate all claims").length - 1);
    }

    @Test
    void aTaintedDeviceIsForThoseWhoTolerateIt() {
        String worn = selector("device.attributes[\"gpu.example.com\"].index == 3");
        claim("p", exactly(worn));
        assertEquals(1, refusal("p").split("cannot allocate all claims").length - 1);
        claim("q", exactly(worn + ", tolerations: [{key: worn, operator: Exists}]"));
        assertEquals(List.of("r=n0/gpu-3"), given("q"));
    }

    @Test
    void devicesThatMustBeAlikeAre() {
        claim(
                "p",
                exactly("count: 2")
                        + ", constraints: [{matchAttribute: resource.kubernetes.io/pcieRoot, requests: [r]}]");
        assertEquals(List.of("r=n0/gpu-0", "r=n0/gpu-2"), given("p"));
    }

    @Test
    void theFirstAlternativeThatCanBeHadIsTaken() {
        claim(
                "p",
                "requests: [{name: r, firstAvailable: [{name: huge, deviceClassName: gpu, count: 4}, {name: few,"
                        + " deviceClassName: gpu, count: 3}]}]");
        assertEquals(List.of("r/few=n0/gpu-0", "r/few=n0/gpu-1", "r/few=n0/gpu-2"), given("p"));
    }

    @Test
    void allMeansEveryDeviceThatMatchesOrNone() {
        claim(
                "p",
                exactly("allocationMode: All, tolerations: [{operator: Exists}], "
                        + selector("device.attributes[\"gpu.example.com\"].model == \"small\"")));
        assertEquals(List.of("r=n0/gpu-0", "r=n0/gpu-1", "r=n0/gpu-3"), given("p"));
        claim("q", exactly("allocationMode: All, tolerations: [{operator: Exists}]"));
        assertEquals(1, refusal("q").split("cannot allocate all claims").length - 1);
    }

    @Test
    void podsThatShareAClaimGoWhereItsDevicesAre() {
        claim("p", exactly(""));
        given("p");
        pod("second", "p");
        Await.until(
                "second joins",
                () -> api.get(claims() + "/p").at("/status/reservedFor").size() == 2);
        // the scheduler reserves first and binds then
        Await.until("second goes to n0", () -> "n0"
                .equals(api.get(Bench.pods(namespace) + "/second").text("/spec/nodeName")));
    }

    @Test
    void aClassThatIsNotThereIsNamed() {
        claim("p", "requests: [{name: r, exactly: {deviceClassName: absent}}]");
        assertEquals(
                "0/2 nodes are available: request r: device class absent does not exist. no new claims to deallocate, preemption:"
                        + " 0/2 nodes are available: 2 Preemption is not helpful for scheduling.",
                refusal("p"));
    }

    @Test
    void partitionsThatShareACounterAreHadAsLongAsItLasts() {
        slice("counters", "sharedCounters: [{name: gpu-9, counters: {memory: {value: 80Gi}, engines: {value: '3'}}}]");
        slice(
                "parts",
                "devices: [" + part("half-0", 40, 1) + ", " + part("half-1", 40, 1) + ", " + part("full", 80, 2) + ", "
                        + part("third", 0, 1) + "]");
        claim("p", exactly(selector("device.attributes[\"gpu.example.com\"].model == \"half-0\"")));
        assertEquals(List.of("r=parts/half-0"), given("p"));
        claim("whole", exactly(selector("device.attributes[\"gpu.example.com\"].model == \"full\"")));
        assertEquals(1, refusal("whole").split("cannot allocate all claims").length - 1);
        claim("q", exactly("count: 2, " + selector("\"part\" in device.attributes[\"gpu.example.com\"]")));
        assertEquals(List.of("r=parts/half-1", "r=parts/third"), given("q"));
    }

    private void slice(String name, String holds) {
        api.post(
                        SLICES,
                        Objects.yaml("{apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: " + name
                                + "}, spec: {driver: gpu.example.com, nodeName: n0, pool: {name: parts,"
                                + " generation: 1, resourceSliceCount: 2}, " + holds + "}}"))
                .expect(201);
    }

    private static String part(String name, int memory, int engines) {
        return "{name: " + name + ", attributes: {model: {string: " + name + "}, part: {bool: true}}, consumesCounters:"
                + " [{counterSet: gpu-9, counters: {memory: {value: " + memory + "Gi}, engines: {value: '" + engines
                + "'}}}]}";
    }
}
