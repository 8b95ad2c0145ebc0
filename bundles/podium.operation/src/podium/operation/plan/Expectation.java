// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an {@link Step.Await} waits for. Pointers are JSON pointers (RFC 6901) into the object. */
public sealed interface Expectation {
    /**
     * The field has this value, compared as text; an absent field compares as empty text, and as 0: the API leaves zeros out.
     *
     * @param pointer JSON pointer of the field
     * @param value as text; empty: it is absent
     */
    record FieldIs(String pointer, String value) implements Expectation {}

    /**
     * The field gets the good value; one of the bad values ends the wait at once. Compared as text, absent as empty.
     *
     * @param pointer JSON pointer of the field
     * @param good what is waited for, as text
     * @param bad what ends the wait at once, as text
     */
    record Settles(String pointer, String good, List<String> bad) implements Expectation {
        public Settles {
            bad = List.copyOf(bad);
        }
    }

    /**
     * The condition has status True.
     *
     * @param type of the condition
     */
    record ConditionTrue(String type) implements Expectation {}

    /**
     * The condition is there, whatever its status; its message goes into the log.
     *
     * @param type of the condition
     */
    record Reported(String type) implements Expectation {}

    /** The object with this uid is gone. */
    record Gone(String uid) implements Expectation {}

    /**
     * The pod with this uid holds nothing any more: it is gone, has run to its end, or was deleted before it had a node. Somebody's
     * finalizer may keep its object (kueue pkg/controller/jobs/pod/pod_controller.go, isPodRunnableOrSucceeded).
     */
    record Over(String uid) implements Expectation {}

    /**
     * Pods selected in the namespace of the target: at most this many have not finished. One that is ending counts: it holds its
     * GPUs until it is gone, though the controller that owns it has stopped counting it (Job: status.active).
     *
     * @param labelSelector as in a query of the API
     * @param most how many may be left, at least 0
     */
    record PodsLeft(String labelSelector, int most) implements Expectation {}

    /**
     * Pods selected in the namespace: this many are Running on the given node ("" any). No selector: the target is the pod.
     *
     * @param labelSelector as in a query of the API; empty: the target is the pod
     * @param count how many at least
     * @param node name of the node; empty: any
     */
    record PodsRunning(String labelSelector, int count, String node) implements Expectation {}

    /**
     * Pods selected in the namespace of the target, their owner: this many run on nodes that bear the label, none of which is among the
     * old ones. That is what a placement promises; that pods run somewhere is no proof of it.
     *
     * @param labelSelector as in a query of the API
     * @param count how many at least
     * @param label key of the label of the nodes
     * @param value of the label
     * @param old uids of the pods that were there before
     */
    record PodsPlaced(String labelSelector, int count, String label, String value, List<String> old)
            implements Expectation {
        public PodsPlaced {
            old = List.copyOf(old);
        }
    }

    /**
     * Pods selected in the namespace of the target, their owner: of those that have not finished, at most this many are of another
     * revision than the one that was asked for. One that is ending counts: it serves and holds its GPUs until it is gone.
     *
     * @param labelSelector as in a query of the API
     * @param pointer field of a pod by which its revision is told
     * @param value the revision that was asked for
     * @param bears true: what has the value is of the revision asked for; false: what has it is of the one before
     * @param kept what the owner leaves as it is
     */
    record PodsRolled(String labelSelector, String pointer, String value, boolean bears, int kept)
            implements Expectation {}

    /**
     * The controller of the target has seen it as it is now and has replaced its pods: status.replicas and status.updatedReplicas are
     * spec.replicas (kubectl pkg/polymorphichelpers/rollout_status.go). Old pods may still be ending. A Deployment whose controller has
     * given it up fails at once.
     *
     * @param available whether the new ones have to be available too, as {@code kubectl rollout status} asks it
     */
    record RolledOut(boolean available) implements Expectation {}

    /**
     * One of the objects in the collection that the target names, and that the labels select, has this value there.
     *
     * @param labelSelector as in a query of the API; empty: all of them
     * @param pointer JSON pointer of the field
     * @param value as text
     */
    record Listed(String labelSelector, String pointer, String value) implements Expectation {}

    /**
     * Each of these pods runs on its node, or has run to its end there. The target is their owner, whose failure ends the
     * wait; one without a name stands for the pods of its namespace.
     *
     * @param labelSelector what they are listed by; empty: the whole namespace
     * @param nodes node of each pod, by uid
     */
    record GangRunning(String labelSelector, Map<String, String> nodes) implements Expectation {
        public GangRunning {
            nodes = Map.copyOf(nodes);
        }
    }

    /**
     * Pods selected in the namespace of the target, their owner: this many exist that are not among the old ones and are not
     * ending. An owner that has failed makes none any more: that ends the wait at once.
     *
     * @param labelSelector as in a query of the API
     * @param count how many at least
     * @param old uids
     */
    record PodsAnew(String labelSelector, int count, List<String> old) implements Expectation {
        public PodsAnew {
            old = List.copyOf(old);
        }
    }

    /**
     * On the target node none of these pods runs any more: each has finished or is gone.
     *
     * @param until what is waited for is given up at this time, and the operation goes on; empty: it fails at its time limit
     */
    record Ended(List<String> uids, Optional<Instant> until) implements Expectation {
        public Ended {
            uids = List.copyOf(uids);
        }
    }

    /**
     * On the target node there are no pods but those of DaemonSets, mirrors of static pods, finished ones and these: what a drain
     * leaves. A pod that was bound between preview and cordon shows here. The steps before rely on the node being out of service: while
     * they run, and at last, it has to be this very node, and cordoned.
     *
     * @param node uid of the node; empty: only its pods are looked at
     */
    record NoOtherPods(List<String> uids, String node) implements Expectation {
        public NoOtherPods {
            uids = List.copyOf(uids);
        }
    }
}
