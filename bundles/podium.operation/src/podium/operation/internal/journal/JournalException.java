// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.io.IOException;

/** A record could not be written, so nothing further may be sent. Unchecked: it passes through every runner to the top. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
