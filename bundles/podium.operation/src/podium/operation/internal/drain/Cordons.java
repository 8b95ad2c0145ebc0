// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.model.fleet.Node;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * Cordon and uncordon as writes. A cordon of ours leaves an annotation that says so and what was before; only while it is there is
 * the cordon ours to lift. What is set carries the version that the plan was made from; what is lifted is a JSON patch whose tests
 * name the very cordon that is meant, which our own cordon, having changed the version, does not spoil.
 *
 * @param mark value of the annotation, different for every plan
 */
public record Cordons(String mark) {
    /**
     * Says that Podium cordoned the node: by which plan, when that was made, and that it was schedulable before. When the cordon was set
     * it does not say: undo sets one again with the same value, by which what had set it first can still be undone.
     */
    static final String ANNOTATION = "podium.operations/cordoned-by";

    private static final String POINTER = "/metadata/annotations/podium.operations~1cordoned-by";

    /** The cordons of one plan. */
    public static Cordons of(String plan, Instant at) {
        return new Cordons(
                "podium " + plan + " planned at " + at.truncatedTo(ChronoUnit.SECONDS) + "; was unschedulable=false");
    }

    /** Takes the node out of service; its undo lifts our cordon only. */
    public Step.Write cordon(Node node) {
        return new Step.Write(set(node), Optional.of(lift(node)));
    }

    /** Takes our cordon back; one that somebody else set since does not match and stays. */
    public Step.Write undo(Node node) {
        return new Step.Write(lift(node), Optional.of(set(node)));
    }

    private ApiWrite set(Node node) {
        String patch = "{\"metadata\":{\"annotations\":{\"" + ANNOTATION + "\":\"" + mark
                + "\"}},\"spec\":{\"unschedulable\":true}}";
        return write(ApiWrite.Verb.MERGE_PATCH, node, patch, version(node), Texts.of("Cordons.cordon", node.getName()));
    }

    private ApiWrite lift(Node node) {
        String patch = "[{\"op\":\"test\",\"path\":\"" + POINTER + "\",\"value\":\"" + mark + "\"},"
                + "{\"op\":\"test\",\"path\":\"/spec/unschedulable\",\"value\":true},"
                + "{\"op\":\"remove\",\"path\":\"/spec/unschedulable\"},"
                + "{\"op\":\"remove\",\"path\":\"" + POINTER + "\"}]";
        return write(
                ApiWrite.Verb.JSON_PATCH, node, patch, Optional.empty(), Texts.of("Cordons.uncordon", node.getName()));
    }

    /** Lifts whatever cordon there is, as the operator asked for; its undo cordons again, in nobody's name. */
    Step.Write uncordon(Node node) {
        String patch =
                "{\"metadata\":{\"annotations\":{\"" + ANNOTATION + "\":null}},\"spec\":{\"unschedulable\":null}}";
        String again = "[{\"op\":\"test\",\"path\":\"/spec/unschedulable\",\"value\":null},"
                + "{\"op\":\"add\",\"path\":\"/spec/unschedulable\",\"value\":true}]";
        return new Step.Write(
                write(
                        ApiWrite.Verb.MERGE_PATCH,
                        node,
                        patch,
                        version(node),
                        Texts.of("Cordons.uncordon", node.getName())),
                Optional.of(write(
                        ApiWrite.Verb.JSON_PATCH,
                        node,
                        again,
                        Optional.empty(),
                        Texts.of("Cordons.cordon", node.getName()))));
    }

    private static Optional<String> version(Node node) {
        return Optional.ofNullable(node.getResourceVersion()).filter(version -> !version.isEmpty());
    }

    private static ApiWrite write(ApiWrite.Verb verb, Node node, String body, Optional<String> version, String words) {
        return new ApiWrite(
                verb,
                ObjectRef.node(node.getName()),
                "",
                body,
                Optional.ofNullable(node.getUid()).filter(uid -> !uid.isEmpty()),
                version,
                words);
    }
}
