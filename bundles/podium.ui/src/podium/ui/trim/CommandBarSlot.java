// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import podium.ui.toolkit.PartToolbar;

/** A place in the bar above the parts, beside the find field, for the choices of a part, whichever of both comes first. UI thread. */
public final class CommandBarSlot {
    private final List<Consumer<PartToolbar>> waiting = new ArrayList<>();
    private Optional<PartToolbar> toolbar = Optional.empty();

    /** The bar is there. */
    public void open(PartToolbar place) {
        toolbar = Optional.of(place);
        waiting.forEach(place::fill);
        waiting.clear();
    }

    /** Puts something into the place, now or as soon as the bar is there. */
    public void fill(Consumer<PartToolbar> with) {
        toolbar.ifPresentOrElse(place -> place.fill(with), () -> waiting.add(with));
    }
}
