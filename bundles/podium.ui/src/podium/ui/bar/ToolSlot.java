// SPDX-License-Identifier: Apache-2.0
package podium.ui.bar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import podium.ui.kit.Strip;

/** A place in the bar above the parts, beside the find field, for the choices of a part, whichever of both comes first. UI thread. */
public final class ToolSlot {
    private final List<Consumer<Strip>> waiting = new ArrayList<>();
    private Optional<Strip> strip = Optional.empty();

    /** The bar is there. */
    public void open(Strip place) {
        strip = Optional.of(place);
        waiting.forEach(place::fill);
        waiting.clear();
    }

    /** Puts something into the place, now or as soon as the bar is there. */
    public void fill(Consumer<Strip> with) {
        strip.ifPresentOrElse(place -> place.fill(with), () -> waiting.add(with));
    }
}
