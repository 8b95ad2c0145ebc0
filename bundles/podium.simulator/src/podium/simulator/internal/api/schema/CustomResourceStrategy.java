// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.simulator.internal.api.strategy.FieldErrors;
import podium.simulator.internal.api.strategy.KindStrategy;

/** What the definition of a custom resource demands of its objects, status included. */
public final class CustomResourceStrategy implements KindStrategy {

    private static final String UNCHECKED =
            "some validation rules were not checked because the object was invalid; correct"
                    + " the existing errors to complete validation";

    private final JsonNode schema;
    private final SchemaExpressions expressions;
    private final boolean ruled;

    /** @param schema the OpenAPI v3 schema of a version; missing: everything is let through */
    public CustomResourceStrategy(JsonNode schema, SchemaExpressions expressions) {
        this.schema = schema;
        this.expressions = expressions;
        this.ruled = SchemaExpressions.any(schema);
    }

    /** Takes away what the schema does not know; returns the paths of it. */
    public List<String> prune(ObjectNode object) {
        return schema.isObject() ? Pruning.prune(schema, object) : List.of();
    }

    @Override
    public void defaults(ObjectNode object) {
        Pruning.defaults(schema, object);
    }

    @Override
    public void validateCreate(ObjectNode object, FieldErrors problems) {
        check(object, MissingNode.getInstance(), problems);
    }

    @Override
    public void validateUpdate(ObjectNode object, ObjectNode before, FieldErrors problems) {
        check(object, before, problems);
    }

    private void check(JsonNode object, JsonNode before, FieldErrors problems) {
        if (!schema.isObject()) {
            return;
        }
        new SchemaCheck(problems).check(schema, object, before, "");
        if (!ruled) {
            return;
        }
        if (problems.isEmpty()) {
            expressions.check(schema, object, before, "", problems);
        } else {
            problems.invalidText("<nil>", "null", UNCHECKED);
        }
    }
}
