// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import podium.kubernetes.internal.transport.ApiResponse;

/**
 * What a server, or an admission of it, warns of in the headers of an answer (RFC 7234, 5.5); of the codes kubernetes uses 299 alone
 * (apimachinery pkg/util/net/http.go, NewWarningHeader).
 */
final class ServerWarnings {
    private static final Pattern WARNING = Pattern.compile("299 \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");

    private ServerWarnings() {}

    /** In its words, each once. */
    static List<String> of(ApiResponse response) {
        return response.headers().getOrDefault("warning", List.of()).stream()
                .flatMap(value -> WARNING.matcher(value).results())
                // a header is read as Latin-1, and the server writes UTF-8
                .map(one -> new String(
                        one.group(1).replaceAll("\\\\(.)", "$1").getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8))
                .filter(words -> !words.isBlank())
                .distinct()
                .toList();
    }
}
