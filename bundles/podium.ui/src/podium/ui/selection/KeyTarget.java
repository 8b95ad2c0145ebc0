// SPDX-License-Identifier: Apache-2.0
package podium.ui.selection;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import podium.ui.label.FleetLabels;

/**
 * What a key is about: the rows that are marked in the list that has the focus, where they stand for things of the fleet, else what
 * is selected. A list that shows something of what is selected marks rows without selecting them, and a key pressed there is meant
 * for the row. UI thread.
 */
@Creatable
public final class KeyTarget {
    private static final String KEY = KeyTarget.class.getName();

    private final FleetSelection selection;

    @Inject
    public KeyTarget(FleetSelection selection) {
        this.selection = selection;
    }

    private interface Marked extends Supplier<List<? extends EObject>> {}

    /**
     * Keys pressed in a list are about its marked rows.
     *
     * @param marked with those that left the list since, so that no key goes to something else instead
     */
    public static void rows(Control list, Supplier<List<? extends EObject>> marked) {
        list.setData(KEY, (Marked) marked::get);
    }

    /** Of what is no longer in the fleet nothing is left. */
    public List<EObject> get() {
        List<? extends EObject> marked = marked();
        return marked.isEmpty()
                ? selection.get()
                : marked.stream()
                        .filter(FleetLabels::isThere)
                        .<EObject>map(thing -> thing)
                        .toList();
    }

    /** Selects what the key is about, for what is shown of the selection only. */
    public List<EObject> select() {
        List<EObject> things = get();
        selection.set(this, things);
        return selection.get();
    }

    private static List<? extends EObject> marked() {
        @Nullable Display display = Display.getCurrent();
        @Nullable Control focus = display == null ? null : display.getFocusControl();
        return focus == null || !(focus.getData(KEY) instanceof Marked marked) ? List.of() : marked.get();
    }
}
