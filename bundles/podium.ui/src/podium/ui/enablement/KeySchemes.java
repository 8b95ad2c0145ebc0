// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import java.util.Map;
import podium.ui.toolkit.Listeners;
import podium.ui.toolkit.ViewState;

/** Which keys the operator has chosen, kept for the next start. UI thread. */
public final class KeySchemes {
    private static final String KEPT = "keys";

    private final ViewState kept;
    private final Listeners<KeySchemes> listeners = new Listeners<>();
    private KeyScheme chosen;

    /** @param state of the application, which is kept */
    public KeySchemes(Map<String, String> state) {
        kept = new ViewState(state);
        chosen = kept.get(KEPT, KeyScheme::valueOf).orElse(KeyScheme.PODIUM);
    }

    public KeyScheme get() {
        return chosen;
    }

    /** These keys hold from now on. */
    public void choose(KeyScheme scheme) {
        chosen = scheme;
        kept.put(KEPT, scheme.name());
        listeners.tell(this);
    }

    /** Hears of each choice; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(schemes -> listener.run());
    }
}
