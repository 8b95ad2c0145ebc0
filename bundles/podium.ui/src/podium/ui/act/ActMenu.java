// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import podium.ui.kit.Menus.Entry;

/** Acts as entries of a context menu, each with the reason why not. UI thread. */
public final class ActMenu {
    private static final Act[] OF_JOBS = {
        Act.PLACE,
        Act.LAY_OUT,
        Act.FREE,
        Act.SCALE,
        Act.PRIORITY,
        Act.QUEUE,
        Act.SUSPEND,
        Act.RESUME,
        Act.REQUEUE,
        Act.DELETE
    };

    private ActMenu() {}

    /** Entries for what can be done to jobs, or to tasks. */
    public static List<Entry> ofJobs(Acts acts, List<EObject> selection) {
        return entries(acts, selection, OF_JOBS);
    }

    /** Entries for what can be done to nodes, or to those of domains and devices. */
    public static List<Entry> ofNodes(Acts acts, List<EObject> selection) {
        return entries(acts, selection, Act.DRAIN, Act.CORDON, Act.UNCORDON);
    }

    /** Entries for these acts with a selection. */
    public static List<Entry> entries(Acts acts, List<EObject> selection, Act... which) {
        List<Entry> entries = new ArrayList<>();
        for (Act act : which) {
            entries.add(new Entry(
                    acts.words(act),
                    act.icon(),
                    act.key(),
                    acts.whyNot(act, selection),
                    () -> acts.run(act, selection)));
        }
        return entries;
    }
}
