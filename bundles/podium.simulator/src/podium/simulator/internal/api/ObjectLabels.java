// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Pattern;
import podium.simulator.internal.api.strategy.FieldErrors;
import podium.simulator.internal.json.Json;

/** Demands that labels are named and valued as a real server does (apimachinery pkg/util/validation: qualifiedNameFmt, labelValueFmt). */
final class ObjectLabels {
    private static final int LONGEST = 63;
    private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final Pattern NAMES = Pattern.compile(NAME);
    private static final Pattern VALUES = Pattern.compile("(" + NAME + ")?");
    private static final String LETTERS =
            "alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. ";

    private ObjectLabels() {}

    private static void key(String field, String key, FieldErrors problems) {
        String name = key.substring(key.indexOf('/') + 1);
        if (name.length() > LONGEST) {
            problems.invalid(field, TextNode.valueOf(key), "name part must be no more than 63 bytes");
        } else if (!NAMES.matcher(name).matches()) {
            problems.invalid(
                    field,
                    TextNode.valueOf(key),
                    "name part must consist of " + LETTERS
                            + "'MyName',  or 'my.name',  or '123-abc', regex used for validation is '" + NAME + "')");
        }
    }

    static void validate(ObjectNode object, FieldErrors problems) {
        Json.at(object, "metadata", "annotations")
                .properties()
                .forEach(annotation -> key("metadata.annotations", annotation.getKey(), problems));
        String field = "metadata.labels";
        for (Map.Entry<String, String> label : Json.labels(object).entrySet()) {
            key(field, label.getKey(), problems);
            if (label.getValue().length() > LONGEST) {
                problems.invalid(field, TextNode.valueOf(label.getValue()), "must be no more than 63 bytes");
            } else if (!VALUES.matcher(label.getValue()).matches()) {
                problems.invalid(
                        field,
                        TextNode.valueOf(label.getValue()),
                        "a valid label must be an empty string or consist of " + LETTERS
                                + "'MyValue',  or 'my_value',  or '12345', regex used for validation is '(" + NAME
                                + ")?')");
            }
        }
    }
}
