// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import podium.core.change.Change;

/** Decodes by way of a {@link JsonTree}: for kinds that come in thousands, not in hundreds of thousands. */
public record JsonTreeDecoder(Function<JsonTree, List<Change>> meaning, Function<JsonTree, List<Change>> farewell)
        implements ObjectDecoder {
    public JsonTreeDecoder(Function<JsonTree, List<Change>> meaning) {
        this(meaning, object -> List.of());
    }

    @Override
    public ObservedObject decode(JsonInput in) throws IOException {
        JsonTree object = JsonTree.read(in);
        JsonTree metadata = object.at("metadata");
        if ("Status".equals(object.text("kind")) && !object.at("spec").exists()) {
            return new ObservedObject(
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    new ObservedObject.Failure(
                            object.number("code", 0), object.text("reason"), object.text("message")));
        }
        String name = metadata.text("name");
        return new ObservedObject(
                metadata.text("namespace"),
                name,
                metadata.text("uid"),
                metadata.text("resourceVersion"),
                name.isEmpty() ? List.of() : meaning.apply(object),
                name.isEmpty() ? List.of() : farewell.apply(object),
                null);
    }
}
