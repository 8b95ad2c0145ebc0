// SPDX-License-Identifier: Apache-2.0
package podium.ui.find;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.find.FleetSearch.Found;
import podium.ui.label.FleetLabels;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.Listeners;

/** What is typed in the find field of the window, what it finds, and how far Enter went. One for the whole window. UI thread. */
public final class FindSession implements FleetSelection.Goes {
    private final Listeners<FindSession> listeners = new Listeners<>();
    private Runnable focus = () -> {};
    private Runnable leave = () -> {};
    private DeviceReadings readings = DeviceReadings.NONE;
    private Found found = Found.NOTHING;
    private String typed = "";
    private Set<String> keys = Set.of();
    private int at = -1;

    /** Who shows the find field. */
    public void field(Runnable giveFocus) {
        focus = giveFocus;
    }

    /** Where what is measured comes from. */
    public void readings(DeviceReadings source) {
        readings = source;
    }

    /** Puts the cursor into the find field. */
    public void focus() {
        focus.run();
    }

    /** Where the focus goes from the find field. */
    public void leaveTo(Runnable takeFocus) {
        leave = takeFocus;
    }

    /** Goes from the find field to where things are seen. */
    public void leave() {
        leave.run();
    }

    /** What was found last. */
    public Found found() {
        return found;
    }

    /** The place of the thing that Enter selected last among those found, from 1; 0: none. */
    public int at() {
        return at + 1;
    }

    /** Looks for something else and tells the listeners. */
    public void type(Fleet fleet, String words) {
        at = -1;
        look(fleet, words);
        listeners.tell(this);
    }

    /** Looks for the same once more, since other clusters are open; the thing that Enter selected last is not lost. */
    public void again(Fleet fleet) {
        if (typed.isBlank()) {
            return;
        }
        String last = at < 0 ? "" : FleetLabels.key(found.things().get(at));
        look(fleet, typed);
        at = found.things().stream().map(FleetLabels::key).toList().indexOf(last);
        listeners.tell(this);
    }

    private void look(Fleet fleet, String words) {
        typed = words;
        found = FleetSearch.in(fleet, words, readings);
        keys = keys(found);
    }

    /**
     * What Enter selects now: one match after the other, as far as it is still there; of an expression, looked for anew since
     * the fleet lives, all.
     *
     * @param step 1: the next, -1: the one before
     */
    public List<EObject> go(Fleet fleet, String words, int step) {
        int before = words.equals(typed) ? at : -1;
        if (found.expression() || !words.equals(typed)) {
            look(fleet, words);
        }
        if (!found.things().stream().allMatch(FleetLabels::isThere)) {
            look(fleet, words);
        }
        List<EObject> things = found.things();
        boolean one = !found.expression() && !things.isEmpty();
        at = one ? Math.floorMod(before < 0 && step < 0 ? -1 : before + step, things.size()) : -1;
        listeners.tell(this);
        return one ? List.of(things.get(at)) : found.all();
    }

    /** Keys of the found things and of what they lie in, for tables that mark them. */
    public Set<String> keys() {
        return keys;
    }

    private static Set<String> keys(Found found) {
        Set<String> keys = new HashSet<>();
        for (EObject thing : found.things()) {
            keys.add(FleetLabels.key(thing));
            if (thing instanceof Task task && task.getJob() != null) {
                keys.add(FleetLabels.key(task.getJob()));
            }
            Domain above = thing instanceof Node node ? node.getDomain() : null;
            while (above != null && keys.add(FleetLabels.key(above))) {
                above = above.getParent();
            }
        }
        return keys;
    }

    /** Hears of each new find; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(finder -> listener.run());
    }
}
