// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import podium.ui.toolkit.Icon;

/** What an operator can do to a cluster. */
public enum FleetAction implements PresentableAction {
    SUBMIT("Submit\u2026", Icon.SUBMIT, "S", "Create the jobs of a manifest: free, held or placed"),
    PLACE("Place\u2026", Icon.PLACE, "P", "Choose where a job, a task or a gang runs"),
    LAY_OUT("Lay Out Ranks\u2026", Icon.BOARD, "B", "Lay a gang out rank by rank, then place all of it at once"),
    FREE(
            "Let the Scheduler Decide\u2026",
            Icon.RETRY,
            "",
            "Recreate the pods of the selected job without gate and pin"),
    LOGS("Logs", Icon.LOGS, "L", "Show what the selected job or tasks write, all ranks in one stream"),
    SHELL(
            "Shell",
            Icon.SHELL,
            "X",
            "Open a shell in the container of the selected task, or of a task of the selected job"),
    FORWARD(
            "Forward Port\u2026",
            Icon.FORWARD,
            "",
            "Forward a port of the selected task to this machine; it survives the replacement of its pod"),
    COPY_FILES(
            "Copy Files\u2026",
            Icon.EXPORT,
            "",
            "Copy files from or to the container of the selected task, or of a task of the selected job, by tar"),
    DRAIN("Drain\u2026", Icon.DRAIN, "D", "Evict what runs on the selected nodes and keep them out of service"),
    CORDON("Cordon\u2026", Icon.CORDONED, "C", "Take the selected nodes out of service; what runs there stays"),
    UNCORDON("Uncordon\u2026", Icon.FITS, "U", "Bring the selected nodes back into service"),
    SUSPEND("Suspend\u2026", Icon.PAUSE, "", "Stop the selected job; its pods are deleted, and recreated on resume"),
    RESUME("Resume\u2026", Icon.RESUME, "", "Let the selected job run again"),
    RUN_NOW(
            "Run Now\u2026",
            Icon.STARTING,
            "",
            "Start a job of the selected schedule now, in addition to the scheduled ones"),
    SCALE("Scale\u2026", Icon.SCALE, "", "Change the number of replicas of the selected job"),
    PRIORITY("Priority\u2026", Icon.PRIORITY, "", "Change the priority class of the selected job"),
    QUEUE("Queue\u2026", Icon.QUEUE, "", "Move the selected job to another queue"),
    WHICH_CLUSTER(
            "Which Cluster\u2026",
            Icon.CLUSTER,
            "",
            "Compare all open clusters for the selected job, and move it to another while it waits"),
    REQUEUE("Requeue\u2026", Icon.REQUEUE, "", "Stop the selected job and let it wait in its queue again"),
    DELETE("Delete\u2026", Icon.DELETE, "", "Delete the selected job and its pods"),
    UNDO("Undo", Icon.UNDO, "Ctrl+Z", "Undo the last operation");

    private final Presentation presentation;

    FleetAction(String words, Icon icon, String key, String meaning) {
        this.presentation = new Presentation(words, icon, key, meaning);
    }

    @Override
    public Presentation presentation() {
        return presentation;
    }

    /** Begins the sentence that says why it cannot be done: Cannot drain. */
    public String cannot() {
        return Cannot.of(words());
    }
}
