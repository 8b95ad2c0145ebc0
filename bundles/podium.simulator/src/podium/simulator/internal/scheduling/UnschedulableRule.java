// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

/** A cordoned node takes only who tolerates it. Source: plugin nodeunschedulable. */
final class UnschedulableRule implements Rule {

    private static final Taint CORDON = new Taint(Taint.UNSCHEDULABLE, "", "NoSchedule");
    private static final Refusal CORDONED = Refusal.lasting("node(s) were unschedulable");

    @Override
    public Check prepare(PodView pod, SchedulerCache cluster) {
        return pod.tolerates(CORDON) ? Check.NOTHING : node -> node.cordoned() ? CORDONED : Refusal.NONE;
    }
}
