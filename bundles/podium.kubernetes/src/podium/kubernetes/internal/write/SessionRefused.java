// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import java.io.IOException;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.texts.Texts;

/** The server refused to say which cluster it is and who the user is. */
public final class SessionRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ApiResponse response;

    SessionRefused(ApiResponse response) {
        super(Texts.of("SessionRefused.theServerAnswered", response.status(), Statuses.message(response)));
        this.response = response;
    }

    /** What it answered. */
    public ApiResponse response() {
        return response;
    }
}
