// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;

/** What an operator can do to a cluster. */
public enum FleetAction implements PresentableAction {
    SUBMIT(Texts.of("FleetAction.submit"), Icon.SUBMIT, "S", Texts.of("FleetAction.createTheJobsOf")),
    PLACE(Texts.of("FleetAction.place"), Icon.PLACE, "P", Texts.of("FleetAction.chooseWhereAJob")),
    LAY_OUT(Texts.of("FleetAction.layOutRanks"), Icon.BOARD, "B", Texts.of("FleetAction.layAGangOut")),
    FREE(Texts.of("FleetAction.letTheSchedulerDecide"), Icon.RETRY, "", Texts.of("FleetAction.recreateThePodsOf")),
    LOGS("Logs", Icon.LOGS, "L", Texts.of("FleetAction.showWhatTheSelected")),
    SHELL("Shell", Icon.SHELL, "X", Texts.of("FleetAction.openAShellIn")),
    FORWARD(Texts.of("FleetAction.forwardPort"), Icon.FORWARD, "", Texts.of("FleetAction.forwardAPortOf")),
    COPY_FILES(Texts.of("FleetAction.copyFiles"), Icon.EXPORT, "", Texts.of("FleetAction.copyFilesFromOr")),
    DRAIN(Texts.of("FleetAction.drain"), Icon.DRAIN, "D", Texts.of("FleetAction.evictWhatRunsOn")),
    CORDON(Texts.of("FleetAction.cordon"), Icon.CORDONED, "C", Texts.of("FleetAction.takeTheSelectedNodes")),
    UNCORDON(Texts.of("FleetAction.uncordon"), Icon.FITS, "U", Texts.of("FleetAction.bringTheSelectedNodes")),
    SUSPEND(Texts.of("FleetAction.suspend"), Icon.PAUSE, "", Texts.of("FleetAction.stopTheSelectedJob")),
    RESUME(Texts.of("FleetAction.resume"), Icon.RESUME, "", Texts.of("FleetAction.letTheSelectedJob")),
    RUN_NOW(Texts.of("FleetAction.runNow"), Icon.STARTING, "", Texts.of("FleetAction.startAJobOf")),
    SCALE(Texts.of("FleetAction.scale"), Icon.SCALE, "", Texts.of("FleetAction.changeTheNumberOf")),
    PRIORITY("Priority\u2026", Icon.PRIORITY, "", Texts.of("FleetAction.changeThePriorityClass")),
    QUEUE("Queue\u2026", Icon.QUEUE, "", Texts.of("FleetAction.moveTheSelectedJob")),
    WHICH_CLUSTER("Which Cluster\u2026", Icon.CLUSTER, "", Texts.of("FleetAction.compareAllOpenClusters")),
    REQUEUE(Texts.of("FleetAction.requeue"), Icon.REQUEUE, "", Texts.of("FleetAction.stopTheSelectedJobAnd")),
    DELETE(Texts.of("FleetAction.delete"), Icon.DELETE, "", Texts.of("FleetAction.deleteTheSelectedJob")),
    UNDO(Texts.of("FleetAction.undo"), Icon.UNDO, "Ctrl+Z", Texts.of("FleetAction.undoTheLastOperation"));

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
