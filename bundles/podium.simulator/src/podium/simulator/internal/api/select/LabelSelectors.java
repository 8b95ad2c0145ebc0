// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.select;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.simulator.store.ApiException;

/** Reads label selectors, as text of a query and as a LabelSelector of an object, into tests on a map of labels. */
public final class LabelSelectors {

    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern COMPARED = Pattern.compile("([^=!<>\\s]+)\\s*(==|=|!=|<|>)\\s*([^=!<>\\s]*)");
    private static final Pattern KEY = Pattern.compile("!?\\s*[A-Za-z0-9]([A-Za-z0-9._/-]*)?");

    private LabelSelectors() {}

    /**
     * Reads the text of a query; the empty text takes all.
     *
     * @throws ApiException 400 if it cannot be read
     */
    public static Predicate<JsonNode> parse(String text) {
        Predicate<JsonNode> all = labels -> true;
        for (String part : split(text)) {
            all = all.and(requirement(part));
        }
        return all;
    }

    /** Reads a LabelSelector; an empty one takes all, a missing one nothing. */
    public static Predicate<JsonNode> of(JsonNode selector) {
        if (!selector.isObject()) {
            return labels -> false;
        }
        List<Predicate<JsonNode>> all = new ArrayList<>();
        selector.path("matchLabels")
                .properties()
                .forEach(label -> all.add(equal(label.getKey(), label.getValue().asText(""))));
        for (JsonNode expression : selector.path("matchExpressions")) {
            Set<String> values = new LinkedHashSet<>();
            expression.path("values").forEach(value -> values.add(value.asText("")));
            String key = expression.path("key").asText("");
            all.add(
                    switch (expression.path("operator").asText("")) {
                        case "In" -> in(key, values);
                        case "NotIn" -> in(key, values).negate();
                        case "Exists" -> exists(key);
                        case "DoesNotExist" -> exists(key).negate();
                        default -> labels -> false;
                    });
        }
        return labels -> all.stream().allMatch(one -> one.test(labels));
    }

    private static Predicate<JsonNode> requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            Set<String> values =
                    Stream.of(set.group(3).split(",", -1)).map(String::strip).collect(Collectors.toSet());
            Predicate<JsonNode> in = in(set.group(1), values);
            return set.group(2).equals("in") ? in : in.negate();
        }
        Matcher compared = COMPARED.matcher(part);
        if (compared.matches()) {
            String key = compared.group(1);
            String value = compared.group(3);
            if (value.startsWith("(") || value.startsWith(")")) {
                throw ApiException.badRequest(
                        "unable to parse requirement: found '" + value.charAt(0) + "', expected: identifier");
            }
            return switch (compared.group(2)) {
                case "!=" -> equal(key, value).negate();
                case "<" -> number(key, value, order -> order < 0);
                case ">" -> number(key, value, order -> order > 0);
                default -> equal(key, value);
            };
        }
        if (!KEY.matcher(part).matches()) {
            throw ApiException.badRequest(
                    "unable to parse requirement: found '" + part + "', expected: a label requirement");
        }
        return part.startsWith("!") ? exists(part.substring(1).strip()).negate() : exists(part);
    }

    private static Predicate<JsonNode> equal(String key, String value) {
        return labels -> labels.has(key) && labels.path(key).asText("").equals(value);
    }

    private static Predicate<JsonNode> exists(String key) {
        return labels -> labels.has(key);
    }

    private static Predicate<JsonNode> in(String key, Set<String> values) {
        return labels -> labels.has(key) && values.contains(labels.path(key).asText(""));
    }

    private static Predicate<JsonNode> number(String key, String value, Predicate<Integer> order) {
        return labels -> {
            try {
                return labels.has(key)
                        && order.test(
                                Long.compare(Long.parseLong(labels.path(key).asText("")), Long.parseLong(value)));
            } catch (NumberFormatException e) {
                return false;
            }
        };
    }

    /** Splits at commas outside parentheses. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && (depth == 0 || i == text.length())) {
                String part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
