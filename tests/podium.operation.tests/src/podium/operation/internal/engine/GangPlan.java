// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

/**
 * A gang as it is committed from the board: each pod pinned and released in one patch, all of them waited for, each taken back by
 * its deletion; and what its owner, the scheduler and the kubelets do to that.
 */
public final class GangPlan {
    public static final int RANKS = 4;

    private static final String NAME = "rank-";

    private GangPlan() {}

    public static ObjectRef pod(int rank) {
        return ObjectRef.pod("team", NAME + rank);
    }

    /** A pod that waits at the gate. */
    public static String gated(String uid) {
        return "{\"metadata\":{\"uid\":\"" + uid
                + "\"},\"spec\":{\"schedulingGates\":[{\"name\":\"podium.placement/manual\"}],"
                + "\"nodeSelector\":{\"disk\":\"fast\"}}}";
    }

    /** The plan of a proposal: rank i on node i / 2. */
    public static Step[] steps() {
        List<Step.Write> writes = new ArrayList<>();
        Map<String, String> nodes = new LinkedHashMap<>();
        for (int rank = 0; rank < RANKS; rank++) {
            String node = "n" + rank / 2;
            String uid = "g" + rank;
            String patch =
                    "[{\"op\":\"test\",\"path\":\"/spec/schedulingGates/0/name\",\"value\":\"podium.placement/manual\"},"
                            + "{\"op\":\"add\",\"path\":\"/spec/nodeSelector/kubernetes.io~1hostname\",\"value\":\""
                            + node + "\"},"
                            + "{\"op\":\"remove\",\"path\":\"/spec/schedulingGates/0\"}]";
            writes.add(Bench.write(
                    ApiWrite.Verb.JSON_PATCH,
                    pod(rank),
                    patch,
                    Optional.of(uid),
                    Optional.of(Bench.api(ApiWrite.Verb.DELETE, pod(rank), "", Optional.of(uid)))));
            nodes.put(uid, node);
        }
        return new Step[] {
            new Step.Barrier(writes, "Pin and release"),
            new Step.Await(
                    ObjectRef.pod("team", ""),
                    new Expectation.GangRunning("", nodes),
                    Duration.ofSeconds(5),
                    "Wait for all")
        };
    }

    /** A released pod is scheduled to its pin and runs; a deleted one is made anew by its owner, at the gate. */
    static void control(FakeCluster cluster, ApiWrite write) {
        if (!write.target().name().startsWith(NAME)) {
            return;
        }
        if (write.verb() == ApiWrite.Verb.DELETE) {
            cluster.put(write.target(), gated("again-" + write.target().name()));
        } else {
            cluster.change(write.target(), pod -> {
                String node =
                        pod.at("/spec/nodeSelector/kubernetes.io~1hostname").asText();
                pod.withObject("/spec").put("nodeName", node);
                pod.withObject("/status").put("phase", "Running");
            });
        }
    }
}
