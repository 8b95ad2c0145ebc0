// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.time.InstantSource;

/** What every part needs: how things look, a place for work that may block, the time, what is being opened. */
public record UiServices(Theme theme, BackgroundWork background, InstantSource clock, PendingOpens opening) {
    /** With nothing being opened. */
    public UiServices(Theme theme, BackgroundWork background, InstantSource clock) {
        this(theme, background, clock, new PendingOpens(clock));
    }
}
