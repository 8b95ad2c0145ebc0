// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.api.ObjectReader;
import podium.core.api.Permission;
import podium.core.change.SyncState;
import podium.core.fleet.InputKind;
import podium.core.fleet.SchedulingObjects;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.kubernetes.testkit.AllKinds;
import podium.model.fleet.Job;
import podium.operation.access.BoundSubject;
import podium.operation.access.RoleBindings;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.internal.access.AccessCache;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.testkit.ApiTarget;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/**
 * Roles with one right missing each, on a real kube-apiserver: what may not be listed is said where something leans on it, and all else
 * is known.
 */
class RealRightsTest {
    private static final String ROLE = "/apis/rbac.authorization.k8s.io/v1/clusterroles/look";

    private static Optional<ControlPlane> plane = Optional.empty();
    private static AdminHttp admin;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no kube-apiserver");
        ControlPlane started = ControlPlane.start();
        plane = Optional.of(started);
        admin = new AdminHttp(started.target());
        for (InputKind ground : InputKind.values()) {
            Kind kind = kind(ground);
            if (kind.group().contains(".") && !kind.group().endsWith(".k8s.io")
                    || kind.group().contains("x-k8s.io")) {
                define(kind);
            }
        }
        admin.send("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"team\"}}");
        String node = "{\"metadata\":{\"name\":\"n1\"},\"status\":{\"allocatable\":{\"cpu\":\"8\",\"pods\":\"10\"},"
                + "\"capacity\":{\"cpu\":\"8\",\"pods\":\"10\"},\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}";
        admin.send("POST", "/api/v1/nodes", node);
        admin.send("PATCH", "/api/v1/nodes/n1/status", node);
        job("train", "");
        job("queued", "\"labels\":{\"kueue.x-k8s.io/queue-name\":\"research\"},");
        pod("vol", ",\"volumes\":[{\"name\":\"v\",\"persistentVolumeClaim\":{\"claimName\":\"data\"}}]");
        pod("dra", ",\"resourceClaims\":[{\"name\":\"g\",\"resourceClaimName\":\"gpus\"}]");
        pod("web", ",\"nodeName\":\"n1\"");
        admin.send(
                "PATCH",
                "/api/v1/namespaces/team/pods/web/status",
                "{\"status\":{\"phase\":\"Running\",\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}");
        admin.send(
                "POST",
                "/apis/policy/v1/namespaces/team/poddisruptionbudgets",
                "{\"metadata\":{\"name\":\"web\"},\"spec\":{\"minAvailable\":1,\"selector\":{\"matchLabels\":{\"app\":\"web\"}}}}");
        admin.send("POST", "/apis/rbac.authorization.k8s.io/v1/clusterroles", role(Optional.empty()));
        admin.send(
                "POST",
                "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
                "{\"metadata\":{\"name\":\"look\"},\"roleRef\":{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRole\","
                        + "\"name\":\"look\"},\"subjects\":[{\"kind\":\"User\",\"apiGroup\":\"rbac.authorization.k8s.io\","
                        + "\"name\":\"viewer\"}]}");
    }

    @AfterAll
    static void stop() throws Exception {
        if (plane.isPresent()) {
            plane.get().close();
        }
    }

    private static Kind kind(InputKind ground) {
        return AllKinds.ALL.stream()
                .filter(kind -> kind.toString().equals(ground.resource()))
                .findFirst()
                .orElseThrow();
    }

    private static void define(Kind kind) throws IOException {
        String one = kind.kind().toLowerCase(Locale.ROOT);
        admin.send(
                "POST",
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                "{\"metadata\":{\"name\":\"" + kind + "\"},\"spec\":{\"group\":\"" + kind.group() + "\",\"scope\":\""
                        + (kind.namespaced() ? "Namespaced" : "Cluster") + "\",\"names\":{\"plural\":\""
                        + kind.resource()
                        + "\",\"singular\":\"" + one + "\",\"kind\":\"" + kind.kind() + "\"},\"versions\":[{\"name\":\""
                        + kind.versions().getFirst()
                        + "\",\"served\":true,\"storage\":true,\"schema\":{\"openAPIV3Schema\":{\"type\":\"object\","
                        + "\"x-kubernetes-preserve-unknown-fields\":true}}}]}}");
    }

    private static void job(String name, String labels) throws IOException {
        admin.send(
                "POST",
                "/apis/batch/v1/namespaces/team/jobs",
                "{\"metadata\":{" + labels + "\"name\":\"" + name
                        + "\"},\"spec\":{\"suspend\":true,\"template\":{\"spec\":{"
                        + "\"restartPolicy\":\"Never\",\"containers\":[{\"name\":\"c\",\"image\":\"i\",\"resources\":"
                        + "{\"requests\":{\"cpu\":\"1\"}}}]}}}}");
    }

    private static void pod(String name, String more) throws IOException {
        admin.send(
                "POST",
                "/api/v1/namespaces/team/pods",
                "{\"metadata\":{\"name\":\"" + name + "\",\"labels\":{\"app\":\"" + name
                        + "\"}},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]" + more + "}}");
    }

    /** All that the mirror lists, but one; and what a drain needs. */
    private static String role(Optional<InputKind> without) throws IOException {
        ObjectNode role = Trees.object();
        role.putObject("metadata").put("name", "look");
        ArrayNode rules = role.putArray("rules");
        for (Kind kind : AllKinds.ALL) {
            if (without.filter(ground -> kind.toString().equals(ground.resource()))
                    .isEmpty()) {
                rule(rules, kind.group(), kind.resource(), "get", "list", "watch");
            }
        }
        rule(rules, "", "pods/eviction", "create");
        rule(rules, "", "nodes", "patch");
        return Trees.write(role);
    }

    private static void rule(ArrayNode rules, String group, String resource, String... verbs) {
        ObjectNode rule = rules.addObject();
        rule.putArray("apiGroups").add(group);
        rule.putArray("resources").add(resource);
        ArrayNode all = rule.putArray("verbs");
        List.of(verbs).forEach(all::add);
    }

    /** Waits until the server goes by the role, which it reads by a watch of its own. */
    private static void grantAllBut(Optional<InputKind> without) throws Exception {
        admin.send("PATCH", ROLE, role(without));
        ApiTarget target = plane.orElseThrow().target();
        AdminHttp viewer =
                new AdminHttp(new ApiTarget(target.url(), target.caPem(), target.viewerToken(), target.viewerToken()));
        for (InputKind ground : InputKind.values()) {
            boolean may = without.filter(ground::equals).isEmpty();
            Kind kind = kind(ground);
            String path = kind.path(kind.versions().getFirst(), "");
            Await.until(() -> "the right on " + path + " is " + may, () -> answers(viewer, path) == may);
        }
    }

    private static boolean answers(AdminHttp viewer, String path) {
        try {
            viewer.send("GET", path + "?limit=1", "");
            return true;
        } catch (IOException e) {
            return !String.valueOf(e.getMessage()).contains(": 403 ");
        }
    }

    @ParameterizedTest
    @EnumSource(InputKind.class)
    void whatMayNotBeListedIsSaidWhereSomethingLeansOnIt(InputKind ground) throws Exception {
        Assumptions.assumeFalse(ground == InputKind.TAINT_RULES, "this server does not serve DeviceTaintRules");
        grantAllBut(Optional.of(ground));
        ApiTarget target = plane.orElseThrow().target();
        Path file = folder.resolve("kubeconfig");
        Files.writeString(file, target.kubeconfig(target.viewerToken()));
        try (Looker looker = new Looker(file)) {
            looker.awaitFacts(ground + " is refused, all else is read", facts -> readings(facts, Optional.of(ground)));
            words(looker, ground);
            grantAllBut(Optional.empty());
            long granted = System.nanoTime();
            looker.awaitFacts(ground + " is read once it is granted", facts -> readings(facts, Optional.empty()));
            Duration took = Duration.ofNanos(System.nanoTime() - granted);
            assertTrue(took.toSeconds() < 10, took::toString);
        }
    }

    @Test
    void aRightThatIsWithdrawnAndGrantedAgainShowsWithinTenSecondsOfLooking() throws Exception {
        grantAllBut(Optional.empty());
        ApiTarget target = plane.orElseThrow().target();
        Path file = folder.resolve("kubeconfig");
        Files.writeString(file, target.kubeconfig(target.viewerToken()));
        Permission permission = new Permission("list", "", "nodes", "", "");
        try (Looker looker = new Looker(file)) {
            AccessCache access = new AccessCache(looker);
            try {
                shows(looker, access, permission, true);
                grantAllBut(Optional.of(InputKind.NODES));
                shows(looker, access, permission, false);
                grantAllBut(Optional.empty());
                shows(looker, access, permission, true);
            } finally {
                access.close();
            }
        }
    }

    @Test
    void whomRoleBindingsNameIsReadByWhoMayAndNotByWhoMayNot() throws Exception {
        ApiTarget target = plane.orElseThrow().target();
        Path file = folder.resolve("kubeconfig");
        Files.writeString(file, target.kubeconfig(target.adminToken()));
        try (Looker looker = new Looker(file)) {
            RoleBindings found = RoleBindings.of(reader(looker));
            assertTrue(
                    found.subjects().contains(new BoundSubject(BoundSubject.Kind.USER, "viewer", List.of("look"))),
                    found::toString);
            assertTrue(found.subjects().stream().noneMatch(it -> it.name().startsWith("system:kube")), found::toString);
        }
        Files.writeString(file, target.kubeconfig(target.viewerToken()));
        try (Looker looker = new Looker(file)) {
            ObjectReader reader = reader(looker);
            assertThrows(IOException.class, () -> RoleBindings.of(reader));
        }
    }

    private static ObjectReader reader(Looker looker) {
        Await.until(
                () -> "it is connected",
                () -> looker.connection.capability(ObjectReader.class).isPresent());
        return looker.connection.capability(ObjectReader.class).orElseThrow();
    }

    private static void shows(Looker looker, AccessCache access, Permission permission, boolean may) {
        Await.until(() -> permission.words() + " is " + may, () -> access.allowed(looker.id(), permission)
                .equals(Optional.of(may)));
    }

    private static boolean readings(SchedulingObjects facts, Optional<InputKind> refused) {
        for (InputKind ground : InputKind.values()) {
            Optional<SyncState> reading = facts.reading(ground.resource(), "");
            SyncState wanted = refused.filter(ground::equals).isPresent()
                    ? SyncState.REFUSED
                    : ground == InputKind.TAINT_RULES ? SyncState.ABSENT : SyncState.LISTED;
            if (!reading.equals(Optional.of(wanted))) {
                return false;
            }
        }
        return true;
    }

    private static void words(Looker looker, InputKind ground) throws Exception {
        String words = "no right to read: " + ground.words();
        switch (ground) {
            case QUOTAS -> leans(looker, "train", words);
            case LOCAL_QUEUES, CLUSTER_QUEUES, COHORTS, FLAVORS, KUEUE_WORKLOADS -> leans(looker, "queued", words);
            case VOLUME_CLAIMS, VOLUMES, STORAGE_CLASSES -> leans(looker, "vol", words);
            case SLICES, DEVICE_CLASSES, CLAIMS, CLAIM_TEMPLATES -> leans(looker, "dra", words);
            case BUDGETS -> drains(looker, words);
            default -> {
                // of the others the readings alone are seen here; DoubtTest has their verdicts
            }
        }
    }

    private static void leans(Looker looker, String job, String words) throws Exception {
        Job found = looker.job(job);
        Verdict verdict = looker.inRealm(() -> Objects.requireNonNull(
                looker.placement.verdicts(new Subject(found, List.of())).get(looker.node())));
        assertNotEquals(Fit.FITS, verdict.fit());
        assertTrue(!verdict.fit().takes() || verdict.reasons().contains(words), verdict::toString);
    }

    private static void drains(Looker looker, String words) throws Exception {
        looker.job("web");
        DrainRequest request =
                new DrainRequest(List.of(looker.node()), false, true, Optional.empty(), Optional.empty());
        DrainPreview preview = looker.inRealm(() -> looker.drains.preview(request));
        assertEquals(List.of(words), preview.doubts());
        List<String> refused = looker.inRealm(() -> looker.drains.trial(preview, () -> looker.drains.plan(preview)))
                .call()
                .problems();
        assertEquals(1, refused.size(), refused::toString);
        assertTrue(refused.getFirst().startsWith("The server would not evict pod team/web now: "), refused::toString);
    }
}
