// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import podium.core.change.Change;

/** Decodes by way of a {@link Tree}: for kinds that come in thousands, not in hundreds of thousands. */
record TreeDecoder(Function<Tree, List<Change>> meaning, Function<Tree, List<Change>> farewell)
        implements ObjectDecoder {
    TreeDecoder(Function<Tree, List<Change>> meaning) {
        this(meaning, object -> List.of());
    }

    @Override
    public Seen decode(JsonInput in) throws IOException {
        Tree object = Tree.read(in);
        Tree metadata = object.at("metadata");
        if ("Status".equals(object.text("kind")) && !object.at("spec").exists()) {
            return new Seen(
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    new Seen.Failure(object.number("code", 0), object.text("reason"), object.text("message")));
        }
        String name = metadata.text("name");
        return new Seen(
                metadata.text("namespace"),
                name,
                metadata.text("uid"),
                metadata.text("resourceVersion"),
                name.isEmpty() ? List.of() : meaning.apply(object),
                name.isEmpty() ? List.of() : farewell.apply(object),
                null);
    }
}
