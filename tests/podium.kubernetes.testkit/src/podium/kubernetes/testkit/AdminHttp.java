// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import podium.kubernetes.internal.json.Trees;
import podium.testkit.ApiTarget;
import podium.testkit.TrustedHttp;

/** Speaks to an API server beside Podium, as somebody who may do everything. */
public final class AdminHttp {
    /** An answer that was lost must not hold who plays the kubelets for the rest of the tests. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ApiTarget target;
    private final HttpClient http;

    public AdminHttp(ApiTarget target) throws GeneralSecurityException, IOException {
        this.target = target;
        this.http = TrustedHttp.client(target.caPem());
    }

    /** Sends a request, a PATCH as merge patch; an answer that is no success is an IOException. */
    public JsonNode send(String method, String path, String body) throws IOException {
        String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        HttpRequest request = HttpRequest.newBuilder(target.url().resolve(path))
                .header("Authorization", "Bearer " + target.adminToken())
                .header("Content-Type", type)
                .timeout(TIMEOUT)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return Trees.read(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
