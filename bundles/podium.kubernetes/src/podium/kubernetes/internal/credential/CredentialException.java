// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.IOException;

/** Credentials cannot be had: a file is missing, a plugin failed. The message is for the operator and holds no secret. */
public class CredentialException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String advice;

    public CredentialException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
