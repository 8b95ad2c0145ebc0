// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import org.eclipse.jdt.annotation.Nullable;

/** The request certainly never reached the server: no route to it, or no trust in it. */
public class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    public NotSentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
