// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import podium.ui.enablement.FleetAction;
import podium.ui.toolkit.Menus.Entry;

/** Acts as entries of a context menu, each with the reason why not. UI thread. */
public final class ActionMenu {
    private static final FleetAction[] OF_JOBS = {
        FleetAction.LOGS,
        FleetAction.SHELL,
        FleetAction.FORWARD,
        FleetAction.COPY_FILES,
        FleetAction.PLACE,
        FleetAction.LAY_OUT,
        FleetAction.FREE,
        FleetAction.SCALE,
        FleetAction.PRIORITY,
        FleetAction.QUEUE,
        FleetAction.SUSPEND,
        FleetAction.RESUME,
        FleetAction.RUN_NOW,
        FleetAction.WHICH_CLUSTER,
        FleetAction.REQUEUE,
        FleetAction.DELETE
    };

    /** What looks into the containers of a pod. */
    private static final FleetAction[] IN_CONTAINERS = {
        FleetAction.LOGS, FleetAction.SHELL, FleetAction.FORWARD, FleetAction.COPY_FILES
    };

    private ActionMenu() {}

    /** Whether an act looks into the containers of a pod. */
    static boolean looksIntoContainers(FleetAction action) {
        return List.of(IN_CONTAINERS).contains(action);
    }

    /** Entries for what looks into the containers of tasks, or of those that hold devices. */
    public static List<Entry> intoContainers(FleetActions actions, List<EObject> selection) {
        return entries(actions, selection, IN_CONTAINERS);
    }

    /** Entries for what can be done to jobs, or to tasks. */
    public static List<Entry> ofJobs(FleetActions actions, List<EObject> selection) {
        return entries(actions, selection, OF_JOBS);
    }

    /** Entries for what can be done to nodes, or to those of domains and devices. */
    public static List<Entry> ofNodes(FleetActions actions, List<EObject> selection) {
        return entries(actions, selection, FleetAction.DRAIN, FleetAction.CORDON, FleetAction.UNCORDON);
    }

    /** Entries for these acts with a selection. */
    public static List<Entry> entries(FleetActions actions, List<EObject> selection, FleetAction... which) {
        List<Entry> entries = new ArrayList<>();
        for (FleetAction action : which) {
            entries.add(new Entry(
                    actions.words(action, selection),
                    action.icon(),
                    actions.key(action),
                    actions.whyNot(action, selection),
                    () -> actions.run(action, selection)));
        }
        return entries;
    }
}
