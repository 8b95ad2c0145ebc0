// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.store.ApiException;
import podium.simulator.store.ResourceType;
import podium.simulator.store.StatusCause;

/** Collects the faults of an object, in the words of the API server. Source: apimachinery util/validation/field. */
public final class FieldErrors {

    private final List<StatusCause> causes = new ArrayList<>();

    /** A field that must be there is not. */
    public void required(String field, String detail) {
        add("FieldValueRequired", "Required value" + (detail.isEmpty() ? "" : ": " + detail), field);
    }

    /** A value is wrong. */
    public void invalid(String field, JsonNode value, String detail) {
        String shown = value.isMissingNode() ? "null" : value.toString();
        add("FieldValueInvalid", "Invalid value: " + shown + (detail.isEmpty() ? "" : ": " + detail), field);
    }

    /** A value of another type than the schema has. */
    public void type(String field, String is, String detail) {
        add("FieldValueTypeInvalid", "Invalid value: \"" + is + "\": " + field + " in body " + detail, field);
    }

    /** A value is wrong, shown in other words than its own. */
    public void invalidText(String field, String shown, String detail) {
        add("FieldValueInvalid", "Invalid value: " + (shown.isEmpty() ? "" : shown + ": ") + detail, field);
    }

    /** More items than may be. */
    public void tooMany(String field, int is, int most) {
        add("FieldValueTooMany", "Too many: " + is + ": must have at most " + most + " items", field);
    }

    /** A longer text than may be. */
    public void tooLong(String field, int most) {
        add("FieldValueTooLong", "Too long: may not be more than " + most + " bytes", field);
    }

    /** Whether no fault was found. */
    public boolean isEmpty() {
        return causes.isEmpty();
    }

    /** A value may be there only once. */
    public void duplicate(String field, JsonNode value) {
        add("FieldValueDuplicate", "Duplicate value: " + value, field);
    }

    /** A value may not be set, or not now. */
    public void forbidden(String field, String detail) {
        add("FieldValueForbidden", "Forbidden: " + detail, field);
    }

    /** A value is none of those that are possible. */
    public void unsupported(String field, String value, List<String> supported) {
        String list = String.join(
                ", ", supported.stream().map(one -> "\"" + one + "\"").toList());
        add("FieldValueNotSupported", "Unsupported value: \"" + value + "\": supported values: " + list, field);
    }

    /** A name of nothing that is there. */
    public void notFound(String field, String name) {
        add("FieldValueNotFound", "Not found: \"" + name + "\"", field);
    }

    /** A value may not change. */
    public void immutable(String field, JsonNode value) {
        invalid(field, value, "field is immutable");
    }

    /**
     * Refuses the object if there are faults.
     *
     * @throws ApiException 422 with a cause for each
     */
    public void refuse(ResourceType type, String name) {
        if (!causes.isEmpty()) {
            throw ApiException.invalid(type, name, causes);
        }
    }

    private void add(String reason, String message, String field) {
        causes.add(new StatusCause(reason, message, field));
    }
}
