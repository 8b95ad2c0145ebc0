// SPDX-License-Identifier: Apache-2.0
package podium.ui.kit;

import java.time.InstantSource;

/** What every part needs: how things look, a place for work that may block, the time, what is being opened. */
public record Kit(Look look, Background background, InstantSource clock, Opening opening) {
    /** With nothing being opened. */
    public Kit(Look look, Background background, InstantSource clock) {
        this(look, background, clock, new Opening(clock));
    }
}
