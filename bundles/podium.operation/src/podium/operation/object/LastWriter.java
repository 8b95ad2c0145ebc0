// SPDX-License-Identifier: Apache-2.0
package podium.operation.object;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import podium.operation.internal.write.FieldManagers;

/** Who wrote a field of an object last, as undo and rollback tell it. */
public final class LastWriter {
    private LastWriter() {}

    /**
     * The name that its client gave itself, and when it wrote last: {@code kubectl at 2026-03-01T12:00:00Z}.
     *
     * @param object as the server has it, with its managedFields
     * @param pointer of the field, RFC 6901
     * @return empty: nobody owns it, or the server does not tell
     */
    public static Optional<String> of(JsonNode object, String pointer) {
        return FieldManagers.lastOf(object, JsonPointer.compile(pointer))
                .map(writer -> writer.manager()
                        + writer.at().map(time -> " at " + time).orElse(""));
    }
}
