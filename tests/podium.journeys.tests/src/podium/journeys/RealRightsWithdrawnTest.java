// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectRef;
import podium.kubernetes.testkit.AdminHttp;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.plan.Plan;
import podium.testkit.ApiTarget;
import podium.testkit.ControlPlane;

/** The right to write is taken from the operator in the middle of a drain, by RBAC on a real kube-apiserver, and given back. */
class RealRightsWithdrawnTest {
    private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";
    private static final String EVERYTHING = "\"*\"";
    private static final String LOOKING = "\"get\",\"list\",\"watch\"";

    @TempDir
    Path directory;

    /** The same ground, for an operator whose rights are those of a role. */
    private record Restricted(RealGround ground, Path kubeconfig) implements Ground {
        @Override
        public void hold() {
            ground.hold();
        }

        @Override
        public void release() {
            ground.release();
        }

        @Override
        public BudgetWatch watch(String deployment, int least) {
            return ground.watch(deployment, least);
        }

        @Override
        public void close() throws Exception {
            ground.close();
        }
    }

    private static String role(String verbs) {
        return "{\"metadata\":{\"name\":\"operator\"},\"rules\":[{\"apiGroups\":[\"*\"],\"resources\":[\"*\"],\"verbs\":["
                + verbs + "]}]}";
    }

    private static boolean mayCordon(AdminHttp operator) {
        try {
            operator.send("PATCH", "/api/v1/nodes/n1?dryRun=All", "{\"spec\":{\"unschedulable\":true}}");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whatMayNotBeTakenBackIsToldAndTakenBackOnceTheRightIsThereAgain() throws Exception {
        Assumptions.assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no kube-apiserver");
        RealGround real = new RealGround(directory);
        ApiTarget target = real.target();
        AdminHttp admin = real.admin();
        AdminHttp operator =
                new AdminHttp(new ApiTarget(target.url(), target.caPem(), target.viewerToken(), target.viewerToken()));
        admin.send("POST", RBAC + "clusterroles", role(EVERYTHING));
        admin.send(
                "POST",
                RBAC + "clusterrolebindings",
                "{\"metadata\":{\"name\":\"operator\"},\"roleRef\":{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":"
                        + "\"ClusterRole\",\"name\":\"operator\"},\"subjects\":[{\"kind\":\"User\",\"apiGroup\":"
                        + "\"rbac.authorization.k8s.io\",\"name\":\"viewer\"}]}");
        Path kubeconfig = directory.resolve("operator");
        Files.writeString(kubeconfig, target.kubeconfig(target.viewerToken()));
        try (Lab lab = new Lab(new Restricted(real, kubeconfig), directory)) {
            lab.await("the role is heeded", () -> mayCordon(operator));
            ObjectRef node = ObjectRef.node(lab.inRealm(() -> lab.find("web")
                    .orElseThrow()
                    .getTasks()
                    .getFirst()
                    .getNode()
                    .getName()));
            DrainRequest request =
                    new DrainRequest(List.of(lab.node(node.name())), true, true, Optional.empty(), Optional.empty());
            DrainPreview preview = lab.inRealm(() -> lab.drains.preview(request));
            Plan plan = lab.inRealm(() -> lab.drains.prepare(preview)).call();
            lab.ground.hold();
            String id = lab.engine.submit(plan);
            lab.until(id, operation -> operation.done() >= 1);
            admin.send("PATCH", RBAC + "clusterroles/operator", role(LOOKING));
            lab.await("the right is gone", () -> !mayCordon(operator));
            lab.engine.abort(id);
            Operation aborted = lab.until(id, operation -> operation.state() == OperationState.ABORTED);
            String said = aborted.outcome().orElse("");
            assertTrue(said.contains("Not restored"), said);
            assertTrue(lab.read(node).at("/spec/unschedulable").asBoolean(), "what could not be taken back stands");
            assertTrue(aborted.canRollBack(), said);
            admin.send("PATCH", RBAC + "clusterroles/operator", role(EVERYTHING));
            lab.await("the right is back", () -> mayCordon(operator));
            lab.engine.abort(id);
            lab.until(id, operation -> operation.state() == OperationState.ABORTED && !operation.canRollBack());
            lab.await(
                    "nothing of it is left on the node",
                    () -> !lab.read(node).toString().contains("podium.operations/claim")
                            && !lab.read(node).at("/spec/unschedulable").asBoolean());
            lab.ground.release();
        }
    }
}
