// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import java.util.concurrent.CompletionException;
import org.eclipse.jdt.annotation.Nullable;

/** What went wrong, in words. Any thread. */
public final class Problems {
    private Problems() {}

    /** The message of the cause; the name of its kind when it has none. */
    public static String words(Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        @Nullable String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
