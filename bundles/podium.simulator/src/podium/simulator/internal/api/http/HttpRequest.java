// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request.
 *
 * @param method in capitals
 * @param path decoded, without the query
 * @param query the parameters
 * @param headers names in lower case
 * @param body the whole body
 */
public record HttpRequest(String method, String path, Query query, Map<String, List<String>> headers, byte[] body) {

    /** The first value of a header, empty if there is none. The name is in lower case. */
    public String header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** The content type without parameters, in lower case. */
    public String mediaType() {
        String value = header("content-type");
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
