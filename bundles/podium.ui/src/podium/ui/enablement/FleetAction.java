// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;

/** What an operator can do to a cluster. */
public enum FleetAction implements PresentableAction {
    SUBMIT(
            Texts.of("FleetAction.submit"),
            Icon.SUBMIT,
            "S",
            Texts.of("FleetAction.createTheJobsOf"),
            Texts.of("FleetAction.cannotSubmit")),
    PLACE(
            Texts.of("FleetAction.place"),
            Icon.PLACE,
            "P",
            Texts.of("FleetAction.chooseWhereAJob"),
            Texts.of("FleetAction.cannotPlace")),
    LAY_OUT(
            Texts.of("FleetAction.layOutRanks"),
            Icon.BOARD,
            "B",
            Texts.of("FleetAction.layAGangOut"),
            Texts.of("FleetAction.cannotLayOutRanks")),
    FREE(
            Texts.of("FleetAction.letTheSchedulerDecide"),
            Icon.RETRY,
            "",
            Texts.of("FleetAction.recreateThePodsOf"),
            Texts.of("FleetAction.cannotLetTheSchedulerDecide")),
    LOGS(
            Texts.of("FleetAction.logs"),
            Icon.LOGS,
            "L",
            Texts.of("FleetAction.showWhatTheSelected"),
            Texts.of("FleetAction.cannotShowLogs")),
    SHELL(
            Texts.of("FleetAction.shell"),
            Icon.SHELL,
            "X",
            Texts.of("FleetAction.openAShellIn"),
            Texts.of("FleetAction.cannotOpenAShell")),
    FORWARD(
            Texts.of("FleetAction.forwardPort"),
            Icon.FORWARD,
            "",
            Texts.of("FleetAction.forwardAPortOf"),
            Texts.of("FleetAction.cannotForwardPort")),
    COPY_FILES(
            Texts.of("FleetAction.copyFiles"),
            Icon.EXPORT,
            "",
            Texts.of("FleetAction.copyFilesFromOr"),
            Texts.of("FleetAction.cannotCopyFiles")),
    DRAIN(
            Texts.of("FleetAction.drain"),
            Icon.DRAIN,
            "D",
            Texts.of("FleetAction.evictWhatRunsOn"),
            Texts.of("FleetAction.cannotDrain")),
    CORDON(
            Texts.of("FleetAction.cordon"),
            Icon.CORDONED,
            "C",
            Texts.of("FleetAction.takeTheSelectedNodes"),
            Texts.of("FleetAction.cannotCordon")),
    UNCORDON(
            Texts.of("FleetAction.uncordon"),
            Icon.FITS,
            "U",
            Texts.of("FleetAction.bringTheSelectedNodes"),
            Texts.of("FleetAction.cannotUncordon")),
    SUSPEND(
            Texts.of("FleetAction.suspend"),
            Icon.PAUSE,
            "",
            Texts.of("FleetAction.stopTheSelectedJob"),
            Texts.of("FleetAction.cannotSuspend")),
    RESUME(
            Texts.of("FleetAction.resume"),
            Icon.RESUME,
            "",
            Texts.of("FleetAction.letTheSelectedJob"),
            Texts.of("FleetAction.cannotResume")),
    RUN_NOW(
            Texts.of("FleetAction.runNow"),
            Icon.STARTING,
            "",
            Texts.of("FleetAction.startAJobOf"),
            Texts.of("FleetAction.cannotRunNow")),
    SCALE(
            Texts.of("FleetAction.scale"),
            Icon.SCALE,
            "",
            Texts.of("FleetAction.changeTheNumberOf"),
            Texts.of("FleetAction.cannotScale")),
    PRIORITY(
            Texts.of("FleetAction.priority"),
            Icon.PRIORITY,
            "",
            Texts.of("FleetAction.changeThePriorityClass"),
            Texts.of("FleetAction.cannotChangeThePriority")),
    QUEUE(
            Texts.of("FleetAction.queue"),
            Icon.QUEUE,
            "",
            Texts.of("FleetAction.moveTheSelectedJob"),
            Texts.of("FleetAction.cannotChangeTheQueue")),
    WHICH_CLUSTER(
            Texts.of("FleetAction.whichCluster"),
            Icon.CLUSTER,
            "",
            Texts.of("FleetAction.compareAllOpenClusters"),
            Texts.of("FleetAction.cannotCompareClusters")),
    REQUEUE(
            Texts.of("FleetAction.requeue"),
            Icon.REQUEUE,
            "",
            Texts.of("FleetAction.stopTheSelectedJobAnd"),
            Texts.of("FleetAction.cannotRequeue")),
    DELETE(
            Texts.of("FleetAction.delete"),
            Icon.DELETE,
            "",
            Texts.of("FleetAction.deleteTheSelectedJob"),
            Texts.of("FleetAction.cannotDelete")),
    UNDO(
            Texts.of("FleetAction.undo"),
            Icon.UNDO,
            "Ctrl+Z",
            Texts.of("FleetAction.undoTheLastOperation"),
            Texts.of("FleetAction.cannotUndo"));

    private final Presentation presentation;
    private final String cannot;

    FleetAction(String words, Icon icon, String key, String meaning, String cannot) {
        this.presentation = new Presentation(words, icon, key, meaning);
        this.cannot = cannot;
    }

    @Override
    public Presentation presentation() {
        return presentation;
    }

    /** Begins the sentence that says why it cannot be done: Cannot drain. */
    public String cannot() {
        return cannot;
    }
}
