// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import podium.core.api.ObjectRef;

/** Paths and queries, percent-encoded. */
public final class ApiPaths {
    private ApiPaths() {}

    /** Of an object, or of a collection where the reference has no name. */
    public static String object(ObjectRef ref) {
        return Arrays.stream(ref.path().split("/", -1)).map(ApiPaths::encode).collect(Collectors.joining("/"));
    }

    static String collection(ObjectRef ref) {
        return object(ref.named(""));
    }

    /** Query from alternating names and values; a pair with an empty value is left out. */
    public static String query(String... pairs) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(pairs[i])
                        .append('=')
                        .append(encode(pairs[i + 1]));
            }
        }
        return query.toString();
    }

    /** One segment of a path, or a value of a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
