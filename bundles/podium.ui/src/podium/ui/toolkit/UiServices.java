// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.time.InstantSource;

/**
 * What every part needs: how things look, a place for work that may block, the time, what is being opened or written, the status line,
 * and the way to what is hidden.
 */
public record UiServices(
        Theme theme,
        BackgroundWork background,
        InstantSource clock,
        PendingOpens opening,
        UnsentTexts unsent,
        StatusMessage message,
        HiddenValues hidden) {
    /** With nothing being opened or written. */
    public UiServices(Theme theme, BackgroundWork background, InstantSource clock, HiddenValues hidden) {
        this(theme, background, clock, new PendingOpens(clock), new UnsentTexts(), new StatusMessage(clock), hidden);
    }
}
