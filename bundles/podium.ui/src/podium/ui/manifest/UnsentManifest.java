// SPDX-License-Identifier: Apache-2.0
package podium.ui.manifest;

import java.util.Optional;
import podium.ui.texts.Texts;
import podium.ui.toolkit.UnsentTexts;

/**
 * What was written and not submitted yet, and how it was to be submitted, so that a plan that was refused or cancelled costs no typing
 * and is not made another way the next time. It is named before the console is closed, which is its end: a manifest may hold secrets,
 * so it is not written to disk. UI thread.
 */
public final class UnsentManifest {
    private String text = "";
    private Optional<ManifestDraft> draft = Optional.empty();

    public UnsentManifest(UnsentTexts texts) {
        texts.keep(Texts.of("UnsentManifest.isLost"), () -> !text.isBlank());
    }

    /** Empty: nothing is waiting. */
    public String text() {
        return text;
    }

    /** The draft of which the text was left; empty: nothing is waiting. */
    public Optional<ManifestDraft> draft() {
        return draft;
    }

    public void keep(String written, ManifestDraft of) {
        text = written;
        draft = Optional.of(of).filter(any -> !written.isBlank());
    }

    public void forget() {
        text = "";
        draft = Optional.empty();
    }
}
