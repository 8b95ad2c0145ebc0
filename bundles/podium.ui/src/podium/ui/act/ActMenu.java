// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import podium.ui.kit.Menus.Entry;

/** Acts as entries of a context menu, each with the reason why not. UI thread. */
public final class ActMenu {
    private ActMenu() {}

    /** Entries for these acts with a selection. */
    public static List<Entry> entries(Acts acts, List<EObject> selection, Act... which) {
        List<Entry> entries = new ArrayList<>();
        for (Act act : which) {
            entries.add(new Entry(
                    act.words(), act.icon(), act.key(), acts.whyNot(act, selection), () -> acts.run(act, selection)));
        }
        return entries;
    }
}
