// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import podium.kubernetes.internal.config.Impersonation;
import podium.kubernetes.internal.config.UserEntry;

/** The headers of each request: who asks, as whom, and what for. */
record RequestHeaders(Impersonation impersonation) {
    private static final String AGENT = "podium/0.1";

    static String basic(UserEntry.Basic basic) {
        byte[] pair = (basic.user() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    void apply(ApiRequest request, Optional<String> authorization, HttpRequest.Builder builder) {
        builder.header("Accept", request.accept());
        identify(authorization, builder::header);
        request.headers().forEach(builder::header);
        if (request.body().length == 0) {
            builder.method(request.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            builder.header("Content-Type", request.contentType());
            builder.method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        }
    }

    /** Those that say who asks, and as whom. */
    void identify(Optional<String> authorization, BiConsumer<String, String> headers) {
        headers.accept("User-Agent", AGENT);
        authorization.ifPresent(value -> headers.accept("Authorization", value));
        if (!impersonation.user().isEmpty()) {
            impersonate(headers);
        }
    }

    private void impersonate(BiConsumer<String, String> headers) {
        headers.accept("Impersonate-User", impersonation.user());
        if (!impersonation.uid().isEmpty()) {
            headers.accept("Impersonate-Uid", impersonation.uid());
        }
        impersonation.groups().forEach(group -> headers.accept("Impersonate-Group", group));
        impersonation
                .extra()
                .forEach((key, values) ->
                        values.forEach(value -> headers.accept("Impersonate-Extra-" + escape(key), value)));
    }

    /** Keys are percent-encoded where a header name cannot hold them (authentication docs, user impersonation). */
    private static String escape(String key) {
        StringBuilder out = new StringBuilder();
        for (byte b : key.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)) {
            if (b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || "-._~".indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append(String.format("%%%02X", b & 0xFF));
            }
        }
        return out.toString();
    }
}
