// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import org.eclipse.jdt.annotation.Nullable;

/** The proxy before a server cannot be gone through: nothing reached the server. The message is for the operator. */
public class ProxyException extends NotSentException {
    private static final long serialVersionUID = 1L;
    private final String advice;

    public ProxyException(String message, String advice, @Nullable Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
