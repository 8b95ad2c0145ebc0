// SPDX-License-Identifier: Apache-2.0
package podium.placement.whatif;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import podium.model.fleet.Job;
import podium.model.fleet.Node;

/**
 * What follows from hypotheses. Nodes and jobs are those of the model; whoever reads them does so in the realm.
 *
 * @param submitted an answer for each job that is supposed to be submitted
 * @param displaced jobs that lose their place, those that find none first; what runs once on each node is none of them
 * @param waiting jobs that wait now, or would: those of which the answer changes first
 * @param nodes what changes on nodes that exist; nothing changes on the others
 * @param took from the copy to the answer
 */
public record WhatIfResult(
        List<Hypothesis> hypotheses,
        Capacity now,
        Capacity then,
        List<Submitted> submitted,
        List<Displaced> displaced,
        List<Waiting> waiting,
        Map<Node, NodeChange> nodes,
        Duration took) {
    public WhatIfResult {
        hypotheses = List.copyOf(hypotheses);
        submitted = List.copyOf(submitted);
        displaced = List.copyOf(displaced);
        waiting = List.copyOf(waiting);
        nodes = Map.copyOf(nodes);
    }

    /**
     * GPUs of nodes that report, and those of them that no task holds and that a new one may have.
     *
     * @param nodes that report
     * @param gpus of these nodes
     * @param free those that no task holds and a new one may have
     */
    public record Capacity(int nodes, long gpus, long free) {}

    /**
     * Whether a supposed job fits.
     *
     * @param job the supposed one
     * @param fits whether there is room for all of it
     * @param words where its ranks lie, or why it does not fit
     */
    public record Submitted(Hypothesis.Submit job, boolean fits, String words) {}

    /**
     * A job that loses its place in part or whole: its node is gone, or kube-scheduler evicts it for one that is more important.
     *
     * @param tasks that have to start elsewhere: those that are lost, and the rest of a gang that cannot go on without them
     * @param placed how many of them find a place
     * @param gpuHours lost since they started, or since the checkpoint that the job tells of; empty: of one it is unknown when it started
     * @param preempted its nodes stay: it is only evicted for another
     * @param words where they could go, or why not
     */
    public record Displaced(Job job, int tasks, int placed, OptionalDouble gpuHours, boolean preempted, String words) {}

    /**
     * A job that waits.
     *
     * @param startsNow whether the nodes and its quota have room for it now, after those before it in line
     * @param startsThen the same, if the hypotheses held
     * @param words why it would wait; empty: it would not
     */
    public record Waiting(Job job, boolean startsNow, boolean startsThen, String words) {
        public boolean changes() {
            return startsNow != startsThen;
        }
    }

    /**
     * What changes on a node.
     *
     * @param down it is supposed to be gone
     * @param freed GPUs given back by gangs that restart, by jobs that end and by what is evicted, where it is not down
     * @param taken GPUs that displaced and supposed jobs would take
     * @param who names of those that would take them
     */
    public record NodeChange(boolean down, int freed, int taken, List<String> who) {
        public NodeChange {
            who = List.copyOf(who);
        }
    }
}
