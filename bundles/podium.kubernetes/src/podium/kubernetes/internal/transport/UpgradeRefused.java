// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import podium.kubernetes.texts.Texts;

/** The server refused to upgrade a request to a WebSocket. */
public final class UpgradeRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status the HTTP status it answered with */
    public UpgradeRefused(int status) {
        super(Texts.of("UpgradeRefused.theServerAnswered", status));
        this.status = status;
    }

    /** The HTTP status it answered with. */
    public int status() {
        return status;
    }
}
