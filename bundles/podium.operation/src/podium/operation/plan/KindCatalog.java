// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossEffect;
import podium.model.value.WorkKind;

/** What the connector of a cluster knows of kinds of workload. A capability of a connection. Any thread; returns at once. */
public interface KindCatalog {
    /** What holds for a kind; {@link WorkKind#UNKNOWN} for one that is not known. */
    WorkKind work(String apiVersion, String kind);

    /** The label selector of the pods of an object; empty: they cannot be told by labels. */
    String podSelector(ObjectRef ref, JsonNode object);

    /** Whether an object of this kind replaces its pods by itself when its template changes. */
    boolean rolls(ObjectRef ref);

    /** The collections in a namespace in which workloads may be, one for each version of a kind. */
    List<ObjectRef> collections(String namespace);

    /** The worst of what becomes of the controllers of pods that are deleted. Blocks. */
    default PodLossEffect deleted(List<JsonNode> pods, String namespace, ObjectReader reader) throws IOException {
        return PodLossEffect.REPLACED;
    }

    /** The object under which the pods of another run: what a Workload of Kueue queues; else itself. */
    default ObjectRef runs(ObjectRef ref, JsonNode object) {
        JsonNode owner = object.at("/metadata/ownerReferences/0");
        return collections(ref.namespace()).stream()
                .filter(_ -> ref.kind().equals("Workload"))
                .filter(kind -> kind.kind().equals(owner.path("kind").asText())
                        && kind.apiVersion().equals(owner.path("apiVersion").asText()))
                .map(kind -> kind.named(owner.path("name").asText()))
                .findFirst()
                .orElse(ref);
    }

    /** Knows no kind: of a connection that tells nothing of kinds. */
    static KindCatalog none() {
        return new KindCatalog() {
            @Override
            public WorkKind work(String apiVersion, String kind) {
                return WorkKind.UNKNOWN;
            }

            @Override
            public String podSelector(ObjectRef ref, JsonNode object) {
                return "";
            }

            @Override
            public boolean rolls(ObjectRef ref) {
                return false;
            }

            @Override
            public List<ObjectRef> collections(String namespace) {
                return List.of();
            }
        };
    }
}
