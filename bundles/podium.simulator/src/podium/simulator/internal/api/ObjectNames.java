// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import podium.simulator.internal.api.strategy.FieldErrors;
import podium.simulator.store.ObjectMeta;

/** Names of objects. Source: apimachinery util/validation. */
final class ObjectNames {

    private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final String REGEX = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private static final Pattern SUBDOMAIN = Pattern.compile(REGEX);
    private static final String RULE = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
            + " characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com',"
            + " regex used for validation is '" + REGEX + "')";

    private ObjectNames() {}

    /** Gives an object that has only generateName its name. */
    static void generate(ObjectNode object) {
        String base = ObjectMeta.text(object, "generateName");
        if (ObjectMeta.name(object).isEmpty() && !base.isEmpty()) {
            StringBuilder name = new StringBuilder(base);
            for (int i = 0; i < 5; i++) {
                name.append(SUFFIX_LETTERS.charAt(ThreadLocalRandom.current().nextInt(SUFFIX_LETTERS.length())));
            }
            ObjectMeta.of(object).put("name", name.toString());
        }
    }

    static void validate(ObjectNode object, FieldErrors problems) {
        String name = ObjectMeta.name(object);
        if (name.isEmpty()) {
            problems.required("metadata.name", "name or generateName is required");
        } else if (object.path("apiVersion").asText("").startsWith("rbac.authorization.k8s.io/")) {
            segment(name, object, problems);
        } else if (name.length() > 253 || !SUBDOMAIN.matcher(name).matches()) {
            problems.invalid("metadata.name", object.path("metadata").path("name"), RULE);
        }
    }

    /** The name of a role or binding may be whatever a path can hold. */
    private static void segment(String name, ObjectNode object, FieldErrors problems) {
        for (String part : List.of("/", "%")) {
            if (name.contains(part)) {
                problems.invalid(
                        "metadata.name", object.path("metadata").path("name"), "may not contain '" + part + "'");
            }
        }
    }
}
