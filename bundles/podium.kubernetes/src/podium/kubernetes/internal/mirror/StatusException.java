// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import podium.kubernetes.internal.json.ObservedObject;
import podium.kubernetes.texts.Texts;

/** The API server answered with a Status that is a failure. */
final class StatusException extends IOException {
    private static final long serialVersionUID = 1L;
    private final int code;
    private final transient Optional<Duration> retryAfter;

    StatusException(int code, String message, Optional<Duration> retryAfter) {
        super(message.isEmpty() ? Texts.of("StatusException.status", code) : message);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** What a stream or a list was ended with. */
    static StatusException of(ObservedObject.Failure failure) {
        boolean expired = "Expired".equals(failure.reason()) || "Gone".equals(failure.reason());
        return new StatusException(expired ? 410 : failure.code(), failure.message(), Optional.empty());
    }

    int code() {
        return code;
    }

    /** What the server asks to wait. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /**
     * The version or the continue token is too old, or of a future that the server does not have ("Too large resource version",
     * NewTooLargeResourceVersionError of k8s.io/apiserver, a 504 that would come for ever): list again.
     */
    boolean expired() {
        return code == 410 || code == 504 && String.valueOf(getMessage()).contains("Too large resource version");
    }

    boolean refused() {
        return code == 401 || code == 403;
    }

    /** The server does not serve this kind. */
    boolean missing() {
        return code == 404 || code == 405;
    }
}
