// SPDX-License-Identifier: Apache-2.0
package podium.operation.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;

/** The pods of shells on nodes, as they are found on a cluster. */
public final class NodeShellPods {
    private NodeShellPods() {}

    /**
     * Those of one operator that are not being deleted. Blocks.
     *
     * @param owner value of {@link ObjectAction.NodeShell#LABEL}
     * @throws IOException when the server does not answer or refuses
     */
    public static List<ObjectRef> of(String owner, ObjectReader reader) throws IOException {
        List<ObjectRef> found = new ArrayList<>();
        for (String json : reader.list(ObjectRef.pod("", ""), ObjectAction.NodeShell.LABEL + "=" + owner, "")) {
            JsonNode pod = Json.read(json);
            if (!Json.terminating(pod)) {
                found.add(ObjectRef.pod(Json.text(pod, "/metadata/namespace"), Json.text(pod, "/metadata/name")));
            }
        }
        return found;
    }
}
