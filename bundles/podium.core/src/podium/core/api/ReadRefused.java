// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.io.IOException;

/** The server refused a read: it answered with an error status. */
public final class ReadRefused extends IOException {
    private static final long serialVersionUID = 1;
    private static final int FORBIDDEN = 403;
    private static final int NO_SUCH_WAY = 405;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final int status;

    /**
     * A refusal.
     *
     * @param status of HTTP
     * @param message in a sentence
     */
    public ReadRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** True when the user may not read it. */
    public boolean forbidden() {
        return status == FORBIDDEN;
    }

    /** True when what was asked for is not there: a kubelet says so of a log with 400. */
    public boolean isNotThere() {
        return status == NOT_FOUND || status == BAD_REQUEST;
    }

    /** True when it cannot be read at all, by whomever it is asked for. */
    public boolean isBarred() {
        return status == NO_SUCH_WAY;
    }
}
