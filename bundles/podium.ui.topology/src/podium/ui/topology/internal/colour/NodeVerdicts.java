// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Verdict;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.texts.Texts;

/**
 * What every node answers to a thing that is being dragged, and how many nodes under each box answer what. A node the
 * service says nothing about, as those of clusters that it cannot be moved to, does not fit; while nodes are being judged, one
 * that is still to be judged answers nothing. In the realm.
 */
public final class NodeVerdicts {
    private static final Verdict ELSEWHERE =
            new Verdict(Fit.DOES_NOT_FIT, List.of(Texts.of("NodeVerdicts.isInAnotherCluster")), 0, 0);

    /** Stands for no answer yet. */
    private static final Verdict TO_COME =
            new Verdict(Fit.DOES_NOT_FIT, List.of(Texts.of("NodeVerdicts.notCheckedYet")), 0, 0);

    private final int wanted;
    private final Verdict[] verdicts;
    private final int[][] counts;
    private final boolean[] toCome;
    private final BitSet nodes = new BitSet();

    /**
     * Verdicts of the service, put on the boxes of a scene.
     *
     * @param wanted how many tasks are dragged together
     */
    public NodeVerdicts(Scene scene, Map<Node, Verdict> answers, int wanted) {
        this(scene, answers, wanted, Set.of());
    }

    /** Those there are while the nodes of some clusters are judged. */
    public static NodeVerdicts soFar(Scene scene, Map<Node, Verdict> answers, int wanted, Set<Cluster> judged) {
        return new NodeVerdicts(scene, answers, wanted, judged);
    }

    private NodeVerdicts(Scene scene, Map<Node, Verdict> answers, int wanted, Set<Cluster> judged) {
        this.wanted = wanted;
        verdicts = new Verdict[scene.boxes().size()];
        Arrays.fill(verdicts, ELSEWHERE);
        counts = new int[verdicts.length][];
        toCome = new boolean[verdicts.length];
        for (int i = verdicts.length - 1; i >= 0; i--) {
            Box box = scene.boxes().get(i);
            int[] count = new int[Fit.values().length];
            if (box.isNode()) {
                nodes.set(i);
                Verdict answer = answers.get(box.subject());
                if (answer != null) {
                    verdicts[i] = answer;
                } else if (judged.contains(box.cluster())) {
                    verdicts[i] = TO_COME;
                }
                count[verdicts[i].fit().ordinal()] = verdicts[i] == TO_COME ? 0 : 1;
                toCome[i] = verdicts[i] == TO_COME;
            }
            for (Box child : box.children()) {
                toCome[i] |= toCome[child.id()];
                for (int f = 0; f < count.length; f++) {
                    count[f] += counts[child.id()][f];
                }
            }
            counts[i] = count;
        }
    }

    /** The answer of a node. */
    public Verdict of(Box node) {
        return verdicts[node.id()];
    }

    /** How many tasks are dragged together. */
    public int wanted() {
        return wanted;
    }

    /** How many of the tasks that are dragged a node takes, as is written on it; without end where one is dragged and it takes that. */
    public int most(Box node) {
        int fit = of(node).tasksThatFit();
        return wanted == 1 && fit > 0 ? Integer.MAX_VALUE : fit;
    }

    /** Whether a place takes some of the tasks that are dragged together, and not all. */
    public static boolean takesSome(Verdict verdict, int wanted) {
        return verdict.tasksThatFit() > 0 && verdict.tasksThatFit() < wanted;
    }

    /** False while a node under the box, or the node itself, is not checked yet: then it shows nothing. */
    public boolean isKnown(Box box) {
        return !toCome[box.id()];
    }

    /** Numbers of the nodes that answer. */
    public BitSet lit() {
        BitSet lit = new BitSet();
        for (int i = 0; i < verdicts.length; i++) {
            if (nodes.get(i) && !toCome[i]) {
                lit.set(i);
            }
        }
        return lit;
    }

    /** Numbers of the nodes that answer other than before, of the same scene. */
    public BitSet changed(NodeVerdicts before) {
        BitSet changed = new BitSet();
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] != before.verdicts[i]) {
                changed.set(i);
            }
        }
        return changed;
    }

    /** Nodes under a box that answer so. */
    public int count(Box box, Fit fit) {
        return counts[box.id()][fit.ordinal()];
    }

    /** True when a node of the scene takes it only by evicting others. */
    public boolean anyEvicts(Scene scene) {
        return scene.clusters().stream().anyMatch(cluster -> count(cluster, Fit.EVICTS) > 0);
    }

    /** True when a node of another cluster than this one would take it. */
    public boolean anyTakes(Scene scene, Cluster except) {
        return scene.clusters().stream()
                .anyMatch(box -> box.cluster() != except
                        && count(box, Fit.FITS) + count(box, Fit.FITS_IF) + count(box, Fit.EVICTS) > 0);
    }

    /** The best answer of any node under a box; for a node its own. */
    public Fit best(Box box) {
        for (Fit fit : Fit.values()) {
            if (count(box, fit) > 0) {
                return fit;
            }
        }
        return Fit.DOES_NOT_FIT;
    }
}
