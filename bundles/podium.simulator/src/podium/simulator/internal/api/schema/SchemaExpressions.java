// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.api.strategy.FieldErrors;

/**
 * The rules of {@code x-kubernetes-validations}, in CEL with {@code self} and {@code oldSelf}. One that uses a function which is
 * not known here is left out. Any thread. Source: KEP-2876, apiextensions-apiserver pkg/apiserver/schema/cel.
 */
public final class SchemaExpressions {

    private static final String RULES = "x-kubernetes-validations";

    private final Map<String, Optional<CelRuntime.Program>> programs = new ConcurrentHashMap<>();
    private @Nullable Cel cel;

    /** The language is made when the first rule is read: most fleets have none. */
    private synchronized Cel language() {
        Cel made = cel;
        if (made == null) {
            made = CelFactory.standardCelBuilder()
                    .setOptions(CelOptions.current()
                            .enableRegexPartialMatch(true)
                            .enableHeterogeneousNumericComparisons(true)
                            .build())
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .addVar("self", SimpleType.DYN)
                    .addVar("oldSelf", SimpleType.DYN)
                    .addCompilerLibraries(CelExtensions.bindings(), CelExtensions.strings(), CelExtensions.optional())
                    .addRuntimeLibraries(CelExtensions.strings(), CelExtensions.optional())
                    .build();
            cel = made;
        }
        return made;
    }

    /** True when a schema has a rule somewhere. */
    static boolean any(JsonNode schema) {
        return schema.findValue(RULES) != null;
    }

    /** Whether a rule can be read here. */
    public boolean reads(String rule) {
        return program(rule).isPresent();
    }

    /**
     * Finds the rules that a value breaks. A rule about what was before is held where there was something before; in lists only
     * where the items have keys.
     */
    void check(JsonNode schema, JsonNode value, JsonNode before, String path, FieldErrors problems) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        for (JsonNode rule : schema.path(RULES)) {
            one(rule, value, before, path, problems);
        }
        if (value instanceof ObjectNode object) {
            for (String name : Pruning.names(object)) {
                JsonNode property = schema.path("properties").path(name);
                JsonNode known = property.isMissingNode() ? schema.path("additionalProperties") : property;
                if (known.isObject()) {
                    String where = path.isEmpty() ? name : path + "." + name;
                    check(known, object.path(name), before.path(name), where, problems);
                }
            }
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode was = sameItem(schema, array.get(i), before);
                check(schema.path("items"), array.get(i), was, path + "[" + i + "]", problems);
            }
        }
    }

    private static JsonNode sameItem(JsonNode schema, JsonNode item, JsonNode before) {
        if (schema.path("x-kubernetes-list-type").asText("").equals("map")) {
            for (JsonNode one : before) {
                boolean same = true;
                for (JsonNode key : schema.path("x-kubernetes-list-map-keys")) {
                    same &= one.path(key.asText("")).equals(item.path(key.asText("")));
                }
                if (same) {
                    return one;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private void one(JsonNode rule, JsonNode value, JsonNode before, String path, FieldErrors problems) {
        String text = rule.path("rule").asText("");
        boolean transition = text.contains("oldSelf");
        if (transition && (before.isMissingNode() || before.isNull()) || !transition && value.equals(before)) {
            return;
        }
        Optional<CelRuntime.Program> program = program(text);
        if (program.isEmpty()) {
            return;
        }
        try {
            Object answer = program.get().eval(Map.of("self", plain(value), "oldSelf", plain(before)));
            if (Boolean.FALSE.equals(answer)) {
                broken(rule, text, value, path, problems);
            }
        } catch (CelEvaluationException e) {
            problems.invalid(path, value, "rule evaluation error: " + e.getMessage());
        }
    }

    private static void broken(JsonNode rule, String text, JsonNode value, String path, FieldErrors problems) {
        String message = rule.path("message").asText("").strip();
        String words = message.isEmpty() ? "failed rule: " + text.strip() : message;
        String where = path + rule.path("fieldPath").asText("");
        if (rule.path("reason").asText("").equals("FieldValueForbidden")) {
            problems.forbidden(where, words);
        } else if (value.isContainerNode()) {
            problems.invalidText(where, "", words);
        } else {
            problems.invalid(where, value, words);
        }
    }

    private Optional<CelRuntime.Program> program(String rule) {
        return programs.computeIfAbsent(rule, text -> {
            try {
                Cel made = language();
                return Optional.of(made.createProgram(made.compile(text).getAst()));
            } catch (CelValidationException | CelEvaluationException unknown) {
                return Optional.empty();
            }
        });
    }

    private static Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                value.properties().forEach(field -> {
                    if (!field.getValue().isNull()) {
                        map.put(field.getKey(), plain(field.getValue()));
                    }
                });
                yield map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                value.forEach(item -> list.add(plain(item)));
                yield list;
            }
            case NUMBER -> value.isIntegralNumber() ? (Object) value.longValue() : (Object) value.doubleValue();
            case BOOLEAN -> value.booleanValue();
            case STRING -> value.textValue();
            default -> new HashMap<String, Object>();
        };
    }
}
