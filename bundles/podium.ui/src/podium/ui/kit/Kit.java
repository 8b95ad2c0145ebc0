// SPDX-License-Identifier: Apache-2.0
package podium.ui.kit;

import java.time.InstantSource;

/** What every part needs: how things look, a place for work that may block, the time. */
public record Kit(Look look, Background background, InstantSource clock) {}
