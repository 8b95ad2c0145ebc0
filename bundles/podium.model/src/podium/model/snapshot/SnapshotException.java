// SPDX-License-Identifier: Apache-2.0
package podium.model.snapshot;

import java.io.IOException;

/** A file that is no snapshot, or a broken one; the message says what is wrong and where, for an operator. */
public class SnapshotException extends IOException {
    private static final long serialVersionUID = 1L;

    public SnapshotException(String message) {
        super(message);
    }

    public SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
