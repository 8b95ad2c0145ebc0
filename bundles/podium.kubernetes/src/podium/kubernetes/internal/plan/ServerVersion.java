// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;

/** Version of the API server, for the few rules that changed over time. */
public record ServerVersion(int minor) {
    /** A server that does not tell is treated as an old one: what works there works on new ones. */
    private static final ServerVersion OLD = new ServerVersion(0);

    /** For what does not exist yet: no rule of change binds it. */
    public static final ServerVersion NEWEST = new ServerVersion(Integer.MAX_VALUE);

    public static ServerVersion ask(Transport transport) throws IOException {
        ApiResponse response = transport.send(ApiRequest.get("/version"));
        if (!response.ok()) {
            return OLD;
        }
        JsonNode version = Trees.read(response.text());
        String minor = version.path("minor").asText().replaceAll("\\D.*", "");
        return minor.isEmpty() || minor.length() > 4 ? OLD : new ServerVersion(Integer.parseInt(minor));
    }

    /** Since 1.36 the template of a suspended Job is mutable although it had been started (kubernetes.md, section 5). */
    public boolean startedTemplatesMutable() {
        return minor >= 36;
    }
}
