// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.simulator.store.ResourceTypes;

/** The kubectl of this machine explains what the simulated API server serves, by its OpenAPI. */
class KubectlExplainTest {
    @TempDir
    Path folder;

    private TestCluster cluster;
    private Kubectl kubectl;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Kubectl.present(), "there is no kubectl on this machine");
        cluster = new TestCluster();
        kubectl = new Kubectl(folder, cluster, "admin-token");
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static void has(String text, String... wanted) {
        for (String pattern : wanted) {
            assertTrue(text.matches("(?s).*" + pattern + ".*"), () -> pattern + " in\n" + text);
        }
    }

    @Test
    void fieldsOfAKindOfTheServersOwnHaveTheirTypes() throws Exception {
        has(
                kubectl.run("explain", "pods.spec"),
                "KIND: +Pod\n",
                "FIELD: spec <\\S*PodSpec>",
                "\n +containers\\s+<\\[\\]\\S*Container> -required-\n",
                "\n +nodeName\\s+<string>\n",
                "\n +nodeSelector\\s+<map\\[string\\]string>\n",
                "\n +priority\\s+<integer>\n");
        has(kubectl.run("explain", "pods.spec.tolerations.effect"), "FIELD: effect <string>");
        has(kubectl.run("explain", "deployments.spec", "--recursive"), "\n +topologyKey\\s+<string> -required-\n");
    }

    @Test
    void aKindOfEachGroupIsExplained() throws Exception {
        List<String> names = kubectl.run("api-resources", "-o", "name", "--verbs=get")
                .lines()
                .toList();
        assertTrue(names.size() > 25, names::toString);
        for (String name : List.of(
                "nodes",
                "daemonsets.apps",
                "cronjobs.batch",
                "leases.coordination.k8s.io",
                "resourceslices.resource.k8s.io",
                "customresourcedefinitions.apiextensions.k8s.io")) {
            assertTrue(names.contains(name), name);
            has(
                    kubectl.run("explain", name),
                    "\n +metadata\\s+<\\S*ObjectMeta>\n",
                    "\n +spec\\s+<\\S+>( -required-)?\n");
        }
    }

    @Test
    void aCustomKindIsExplainedByItsDefinition() throws Exception {
        cluster.create(ResourceTypes.CUSTOM_RESOURCE_DEFINITION, """
            metadata: {name: clusterqueues.kueue.x-k8s.io}
            spec:
              group: kueue.x-k8s.io
              scope: Cluster
              names: {kind: ClusterQueue, plural: clusterqueues, singular: clusterqueue}
              versions:
              - name: v1beta1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    description: What may be used by jobs of some namespaces.
                    type: object
                    properties:
                      spec:
                        type: object
                        required: [queueingStrategy]
                        properties:
                          queueingStrategy:
                            type: string
                            description: In which order they are admitted.
                            enum: [BestEffortFIFO, StrictFIFO]
                          resourceGroups:
                            type: array
                            items: {type: object, properties: {coveredResources: {type: array, items: {type: string}}}}
            """);
        has(
                kubectl.run("explain", "clusterqueues", "--recursive"),
                "GROUP: +kueue.x-k8s.io\n",
                "What may be used by jobs of some namespaces",
                "\n +coveredResources\\s+<\\[\\]string>\n",
                "\n +deletionTimestamp\\s+<string>\n");
        has(
                kubectl.run("explain", "clusterqueues.spec.queueingStrategy"),
                "In which order they are admitted",
                "BestEffortFIFO");
    }
}
