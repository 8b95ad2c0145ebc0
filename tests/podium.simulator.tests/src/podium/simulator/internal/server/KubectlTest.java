// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.simulator.store.ResourceTypes;
import podium.testkit.Await;

/** Drives the simulated API server with the kubectl of this machine, through the verbs that operators use. */
class KubectlTest {

    private static final String DEPLOYMENT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, labels: {app: web}}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - {name: main, image: 'registry.example/web:1', resources: {requests: {cpu: 100m}}}
        """;
    private static final String JOB = """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train}
        spec:
          suspend: true
          completions: 4
          parallelism: 4
          template:
            spec:
              restartPolicy: Never
              containers: [{name: main, image: 'registry.example/train:1'}]
        """;

    @TempDir
    Path folder;

    private TestCluster cluster;
    private Kubectl kubectl;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Kubectl.present(), "there is no kubectl on this machine");
        cluster = new TestCluster();
        kubectl = new Kubectl(folder, cluster, "admin-token");
        for (String node : List.of("n1", "n2")) {
            cluster.create(ResourceTypes.NODE, """
                metadata: {name: %s, labels: {kubernetes.io/hostname: %s, node-role.kubernetes.io/worker: ''}}
                spec: {}
                status:
                  capacity: {cpu: '64', memory: 512Gi, nvidia.com/gpu: '8'}
                  allocatable: {cpu: '64', memory: 512Gi, nvidia.com/gpu: '8'}
                  addresses: [{type: InternalIP, address: 10.0.0.1}]
                  nodeInfo: {kubeletVersion: v1.36.0, osImage: Linux, kernelVersion: '6.1'}
                  conditions: [{type: Ready, status: 'True', reason: KubeletReady, message: ready}]
                """.formatted(node, node));
        }
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private void pod(String name, String node, String app) {
        cluster.create(ResourceTypes.POD, """
            metadata: {name: %s, labels: {app: %s}}
            spec:
              nodeName: %s
              containers: [{name: main, image: 'registry.example/app:1', resources: {}}]
            status:
              phase: Running
              conditions: [{type: Ready, status: 'True'}]
              containerStatuses: [{name: main, ready: true, restartCount: 2, state: {running: {}}}]
            """.formatted(name, app, node));
    }

    @Test
    void getShowsTheColumnsOfEachKind() throws Exception {
        pod("p", "n1", "a");
        String nodes = kubectl.run("get", "nodes", "-o", "wide");
        assertTrue(
                nodes.lines().findFirst().orElseThrow().matches("NAME +STATUS +ROLES +AGE +VERSION +INTERNAL-IP.*"),
                nodes);
        assertTrue(nodes.contains("worker"), nodes);
        String pods = kubectl.run("get", "pods", "-A", "-o", "wide");
        assertTrue(pods.matches("(?s)NAMESPACE +NAME +READY +STATUS +RESTARTS +AGE +IP +NODE .*"), pods);
        assertTrue(pods.matches("(?s).*default +p +1/1 +Running +2 +.*n1.*"), pods);
        for (String kind : List.of("deployments", "jobs", "rs", "sts", "ds", "pdb", "pc", "leases", "events", "crd")) {
            assertTrue(kubectl.run("get", kind).contains("No resources found"), kind);
        }
    }

    @Test
    void getWritesJsonYamlAndSingleFields() throws Exception {
        pod("p", "n1", "a");
        assertTrue(kubectl.run("get", "pod", "p", "-o", "json").contains("\"nodeName\": \"n1\""));
        assertTrue(kubectl.run("get", "pod", "p", "-o", "yaml").contains("nodeName: n1"));
        assertEquals("n1", kubectl.run("get", "pod", "p", "-o", "jsonpath={.spec.nodeName}"));
        assertEquals("pod/p\n", kubectl.run("get", "pods", "-l", "app=a", "-o", "name"));
        assertEquals("", kubectl.run("get", "pods", "--field-selector", "spec.nodeName=n2", "-o", "name"));
        assertEquals("pod/p\n", kubectl.run("get", "pods", "--chunk-size=1", "-o", "name"));
    }

    @Test
    void aWatchShowsChangesAsTheyHappen() throws Exception {
        Process watch = kubectl.start("get", "pods", "-w", "-o", "name");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(watch.getInputStream(), StandardCharsets.UTF_8))) {
            pod("first", "n1", "a");
            assertEquals("pod/first", lines.readLine());
            pod("second", "n1", "a");
            assertEquals("pod/second", lines.readLine());
        } finally {
            watch.destroy();
        }
    }

    @Test
    void describeFindsNothingMissing() throws Exception {
        pod("p", "n1", "a");
        kubectl.manifest("deployment.yaml", DEPLOYMENT);
        kubectl.manifest("job.yaml", JOB);
        kubectl.run("apply", "-f", "deployment.yaml", "-f", "job.yaml");
        String node = kubectl.run("describe", "node", "n1");
        assertTrue(node.contains("nvidia.com/gpu") && node.contains("Non-terminated Pods:") && node.contains("p "));
        assertTrue(kubectl.run("describe", "pod", "p").contains("Node:"));
        assertTrue(kubectl.run("describe", "job", "train").matches("(?s).*Suspend: +true.*"));
        assertTrue(kubectl.run("describe", "deployment", "web").matches("(?s).*Replicas: +3 desired.*"));
    }

    @Test
    void applyIsIdempotentAndKeepsWhatOthersSet() throws Exception {
        kubectl.manifest("deployment.yaml", DEPLOYMENT);
        assertEquals("deployment.apps/web created\n", kubectl.run("apply", "-f", "deployment.yaml"));
        assertEquals("deployment.apps/web unchanged\n", kubectl.run("apply", "-f", "deployment.yaml"));
        kubectl.run("label", "deployment", "web", "team=a");
        kubectl.manifest("deployment.yaml", DEPLOYMENT.replace("web:1", "web:2"));
        assertEquals("deployment.apps/web configured\n", kubectl.run("apply", "-f", "deployment.yaml"));
        ObjectNode stored =
                cluster.store().get(ResourceTypes.DEPLOYMENT, "default", "web").orElseThrow();
        assertEquals("a", stored.at("/metadata/labels/team").asText());
        assertEquals(
                "registry.example/web:2",
                stored.at("/spec/template/spec/containers/0/image").asText());
    }

    @Test
    void serverSideApplyTellsConflictsAndCanForce() throws Exception {
        kubectl.manifest("deployment.yaml", DEPLOYMENT);
        assertEquals(
                "deployment.apps/web serverside-applied\n",
                kubectl.run("apply", "--server-side", "-f", "deployment.yaml"));
        kubectl.run("scale", "deployment", "web", "--replicas=5");
        Kubectl.Output refused = kubectl.tryRun("apply", "--server-side", "-f", "deployment.yaml");
        assertTrue(refused.expect(1).text().contains("Apply failed with 1 conflict: conflict with \"kubectl\""));
        kubectl.run("apply", "--server-side", "--force-conflicts", "-f", "deployment.yaml");
        assertEquals(
                3,
                cluster.store()
                        .get(ResourceTypes.DEPLOYMENT, "default", "web")
                        .orElseThrow()
                        .at("/spec/replicas")
                        .asInt());
    }

    @Test
    void aDryRunOfApplyShowsAndKeepsNothing() throws Exception {
        kubectl.manifest("deployment.yaml", DEPLOYMENT);
        assertEquals(
                "deployment.apps/web created (server dry run)\n",
                kubectl.run("apply", "--dry-run=server", "-f", "deployment.yaml"));
        assertTrue(cluster.store().list(ResourceTypes.DEPLOYMENT, "").isEmpty());
    }

    @Test
    void allPatchTypesArrive() throws Exception {
        kubectl.manifest("deployment.yaml", DEPLOYMENT);
        kubectl.manifest("job.yaml", JOB);
        kubectl.run("create", "-f", "deployment.yaml", "-f", "job.yaml");
        kubectl.run(
                "patch",
                "deployment",
                "web",
                "-p",
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"main\",\"image\":\"x:2\"}]}}}}");
        kubectl.run("patch", "job", "train", "--type=merge", "-p", "{\"spec\":{\"suspend\":false}}");
        kubectl.run(
                "patch",
                "job",
                "train",
                "--type=json",
                "-p",
                "[{\"op\":\"replace\",\"path\":\"/spec/parallelism\",\"value\":2}]");
        ObjectNode job =
                cluster.store().get(ResourceTypes.JOB, "default", "train").orElseThrow();
        assertFalse(job.at("/spec/suspend").asBoolean(true));
        assertEquals(2, job.at("/spec/parallelism").asInt());
    }

    /** As kube-apiserver 1.36.2 said of the same, typed with kubectl. */
    @Test
    void whatDoesNotFitIsRefusedInTheWordsOfTheServer() throws Exception {
        kubectl.manifest("deployment.yaml", DEPLOYMENT);
        kubectl.run("apply", "-f", "deployment.yaml");
        refused(
                "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.paused of type bool",
                "patch",
                "deployment",
                "web",
                "--type=merge",
                "-p",
                "{\"spec\":{\"paused\":\"x\"}}");
        refused(
                "The Deployment \"web\" is invalid: metadata.labels: Invalid value: \"bad key\": name part must"
                        + " consist of alphanumeric characters",
                "label",
                "deployment",
                "web",
                "bad key=x");
        refused(
                "spec.schedule: Invalid value: \"bad\": expected exactly 5 fields, found 1: [bad]",
                "create",
                "cronjob",
                "cj",
                "--image=x",
                "--schedule=bad");
        refused("unable to parse requirement: found '(', expected: identifier", "get", "pods", "-l", "app=(");
        kubectl.run("create", "serviceaccount", "robot");
        refused(
                "pods \"none\" not found",
                "create",
                "token",
                "robot",
                "--bound-object-kind=Pod",
                "--bound-object-name=none");
        assertTrue(kubectl.run("describe", "deployment", "web").contains("Replicas:"), "it can be read as before");
    }

    private void refused(String words, String... command) throws Exception {
        String said = kubectl.tryRun(command).expect(1).text();
        assertTrue(said.contains(words), said);
    }

    @Test
    void cordonAndUncordonAreSeen() throws Exception {
        assertEquals("node/n1 cordoned\n", kubectl.run("cordon", "n1"));
        assertTrue(kubectl.run("get", "node", "n1").contains("Ready,SchedulingDisabled"));
        assertEquals("node/n1 already cordoned\n", kubectl.run("cordon", "n1"));
        assertEquals("node/n1 uncordoned\n", kubectl.run("uncordon", "n1"));
        assertFalse(kubectl.run("get", "node", "n1").contains("SchedulingDisabled"));
    }

    @Test
    void drainEvictsWhatIsThere() throws Exception {
        pod("p", "n1", "a");
        pod("q", "n1", "a");
        pod("other", "n2", "a");
        String text = kubectl.run("drain", "n1", "--force", "--timeout=20s");
        assertTrue(text.contains("pod/p evicted") && text.contains("pod/q evicted"), text);
        assertTrue(text.contains("node/n1 drained"), text);
        assertEquals(1, cluster.store().list(ResourceTypes.POD, "").size());
    }

    @Test
    void drainWaitsForABudget() throws Exception {
        pod("p", "n1", "a");
        cluster.create(ResourceTypes.POD_DISRUPTION_BUDGET, """
            metadata: {name: b}
            spec: {minAvailable: 1, selector: {matchLabels: {app: a}}}
            status: {observedGeneration: 1, disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1}
            """);
        Kubectl.Output refused = kubectl.tryRun("drain", "n1", "--force", "--timeout=1s");
        assertTrue(
                refused.expect(1).text().contains("Cannot evict pod as it would violate the pod's disruption budget."),
                refused.text());
        assertEquals(1, cluster.store().list(ResourceTypes.POD, "").size());
    }

    @Test
    void waitSeesConditionsAndDeletions() throws Exception {
        pod("p", "n1", "a");
        kubectl.run("wait", "--for=condition=Ready", "pod/p", "--timeout=5s");
        Process waiting = kubectl.start("wait", "--for=delete", "pod/p", "--timeout=20s");
        kubectl.run("delete", "pod", "p");
        assertEquals(0, waiting.waitFor());
        assertTrue(kubectl.tryRun("wait", "--for=condition=Gone", "node/n1", "--timeout=1s")
                .text()
                .contains("timed out"));
    }

    @Test
    void scaleAndRolloutSpeakOfReplicas() throws Exception {
        kubectl.manifest("deployment.yaml", DEPLOYMENT);
        kubectl.run("apply", "-f", "deployment.yaml");
        assertEquals("deployment.apps/web scaled\n", kubectl.run("scale", "deployment", "web", "--replicas=4"));
        cluster.store().modify(ResourceTypes.DEPLOYMENT, "default", "web", object -> object.putObject("status")
                .put("observedGeneration", 2)
                .put("replicas", 4)
                .put("updatedReplicas", 4)
                .put("readyReplicas", 4)
                .put("availableReplicas", 4));
        String text = kubectl.run("rollout", "status", "deployment", "web", "--timeout=5s");
        assertEquals("deployment \"web\" successfully rolled out\n", text);
        assertEquals("deployment.apps/web restarted\n", kubectl.run("rollout", "restart", "deployment", "web"));
    }

    @Test
    void deleteEndsThingsAndSelectsThem() throws Exception {
        kubectl.manifest("deployment.yaml", DEPLOYMENT);
        kubectl.run("apply", "-f", "deployment.yaml");
        assertEquals("deployment.apps \"web\" deleted\n", kubectl.run("delete", "-f", "deployment.yaml"));
        pod("p", "n1", "a");
        pod("q", "n1", "b");
        assertEquals("pod \"p\" deleted\n", kubectl.run("delete", "pods", "-l", "app=a"));
        Kubectl.Output missing = kubectl.tryRun("delete", "pod", "p");
        assertEquals(
                "Error from server (NotFound): pods \"p\" not found\n",
                missing.expect(1).text());
        assertTrue(
                kubectl.run("delete", "pod", "q", "--force", "--grace-period=0").contains("pod \"q\" force deleted"));
    }

    @Test
    void aNamespaceIsCreatedAndDeleted() throws Exception {
        assertEquals("namespace/team created\n", kubectl.run("create", "namespace", "team"));
        kubectl.run("create", "configmap", "m", "--from-literal=a=b", "-n", "team");
        assertEquals("namespace \"team\" deleted\n", kubectl.run("delete", "namespace", "team"));
        assertTrue(kubectl.tryRun("get", "namespace", "team").expect(1).text().contains("NotFound"));
    }

    @Test
    void createWithoutAManifestArrives() throws Exception {
        kubectl.run("create", "deployment", "d", "--image=registry.example/a:1", "--replicas=2");
        kubectl.run("create", "job", "j", "--image=registry.example/b:1", "--", "run", "it");
        kubectl.run("create", "priorityclass", "high", "--value=100");
        ObjectNode deployment =
                cluster.store().get(ResourceTypes.DEPLOYMENT, "default", "d").orElseThrow();
        assertEquals("d", deployment.at("/spec/selector/matchLabels/app").asText());
        assertEquals(2, deployment.at("/spec/replicas").asInt());
        ObjectNode job = cluster.store().get(ResourceTypes.JOB, "default", "j").orElseThrow();
        assertEquals("it", job.at("/spec/template/spec/containers/0/command/1").asText());
        assertEquals("Never", job.at("/spec/template/spec/restartPolicy").asText());
    }

    @Test
    void labelsAnnotationsAndTaintsAreSet() throws Exception {
        kubectl.run("label", "node", "n1", "rack=r1");
        kubectl.run("annotate", "node", "n1", "note=x");
        assertEquals("node/n1 tainted\n", kubectl.run("taint", "node", "n1", "k=v:NoSchedule"));
        ObjectNode node = cluster.store().get(ResourceTypes.NODE, "", "n1").orElseThrow();
        assertEquals("NoSchedule", node.at("/spec/taints/0/effect").asText());
        assertEquals("r1", node.at("/metadata/labels/rack").asText());
        assertEquals("node/n1 untainted\n", kubectl.run("taint", "node", "n1", "k=v:NoSchedule-"));
    }

    @Test
    void rightsAreAskedFor() throws Exception {
        Kubectl viewer = new Kubectl(folder, cluster, "viewer-token");
        assertEquals("yes\n", kubectl.run("auth", "can-i", "create", "pods"));
        assertEquals(
                "no\n",
                viewer.tryRun("auth", "can-i", "create", "pods/eviction")
                        .expect(1)
                        .text());
        assertEquals("yes\n", viewer.run("auth", "can-i", "list", "nodes").replaceAll("(?m)^Warning.*\n\n?", ""));
        assertTrue(viewer.run("auth", "can-i", "--list").contains("[get list watch]"));
        assertTrue(viewer.run("auth", "whoami").contains("viewer"));
        assertTrue(viewer.tryRun("cordon", "n1").text().contains("forbidden"));
    }

    @Test
    void resourcesAndVersionsAreDiscovered() throws Exception {
        String resources = kubectl.run("api-resources");
        for (String kind : List.of("pods", "nodes", "jobs", "poddisruptionbudgets", "resourceslices", "leases")) {
            assertTrue(resources.contains(kind), kind);
        }
        assertTrue(kubectl.run("api-versions").contains("apps/v1\n"));
        assertTrue(kubectl.run("version").contains("Server Version: v1."));
        assertTrue(kubectl.run("get", "--raw", "/readyz").startsWith("ok"));
    }

    @Test
    void customResourcesAreUsedLikeOthers() throws Exception {
        kubectl.manifest("crd.yaml", """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: queues.podium.example}
            spec:
              group: podium.example
              scope: Namespaced
              names: {plural: queues, singular: queue, kind: Queue, shortNames: [q]}
              versions:
              - name: v1
                served: true
                storage: true
                additionalPrinterColumns: [{name: Weight, type: integer, jsonPath: .spec.weight}]
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """);
        kubectl.run("apply", "-f", "crd.yaml");
        kubectl.run("wait", "--for=condition=established", "crd/queues.podium.example", "--timeout=5s");
        kubectl.manifest("queue.yaml", """
            apiVersion: podium.example/v1
            kind: Queue
            metadata: {name: main}
            spec: {weight: 7}
            """);
        assertEquals("queue.podium.example/main created\n", kubectl.run("apply", "-f", "queue.yaml"));
        assertEquals("queue.podium.example/main unchanged\n", kubectl.run("apply", "-f", "queue.yaml"));
        assertTrue(kubectl.run("get", "q").matches("(?s)NAME +WEIGHT\\s+main +7\\s+"));
        kubectl.run("delete", "-f", "queue.yaml");
        kubectl.run("delete", "-f", "crd.yaml");
    }

    @Test
    void logsAreShort() throws Exception {
        pod("p", "n1", "a");
        // a container takes a moment before it writes
        Await.until("it has written", () -> {
            try {
                return kubectl.run("logs", "p").contains("n1");
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }
}
