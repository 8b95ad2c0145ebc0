// SPDX-License-Identifier: Apache-2.0
package podium.ui.manifest;

/** What was written and not submitted yet, so that a plan that was refused or cancelled costs no typing. UI thread. */
public final class UnsentManifest {
    private String text = "";

    /** Empty: nothing is waiting. */
    public String text() {
        return text;
    }

    public void keep(String written) {
        text = written;
    }

    public void forget() {
        text = "";
    }
}
