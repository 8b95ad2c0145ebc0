// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The parameters after the question mark, decoded.
 *
 * @param values every name with its values in order
 */
public record Query(Map<String, List<String>> values) {

    /** Parses {@code a=b&c=d}. */
    public static Query parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
            }
        }
        return new Query(values);
    }

    /** The first value of a name, empty if there is none. */
    public String text(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** Whether the name is given at all. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Whether the value is true in the API's sense: {@code true} or {@code 1}. */
    public boolean flag(String name) {
        String value = text(name);
        return value.equals("true") || value.equals("1");
    }

    /** The value as a whole number, empty if it is none. */
    public OptionalLong number(String name) {
        try {
            return OptionalLong.of(Long.parseLong(text(name)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
