// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ObjectRef;
import podium.core.cluster.Connections;
import podium.model.fleet.Node;
import podium.model.value.Taints;
import podium.operation.plan.FieldWriter;
import podium.ui.toolkit.BackgroundWork;

/** Who cordoned a node that Podium did not, as its managedFields tell it: read once for each cordon that is looked at. UI thread. */
public final class CordonWriters {
    private final OnDemandRead reading;
    private Runnable changed = () -> {};
    private String asked = "";
    private Optional<String> found = Optional.empty();

    public CordonWriters(Connections connections, BackgroundWork background) {
        reading = new OnDemandRead(connections, background);
    }

    /** Who is told when it was read. */
    public void onRead(Runnable told) {
        changed = told;
    }

    /** The manager of spec.unschedulable; empty: not read yet, or not known. */
    public Optional<String> of(Node node) {
        @Nullable Taints taints = node.getTaints();
        String cordon = !node.isUnschedulable() || taints == null
                ? ""
                : taints.cordon()
                        .filter(known -> !known.own())
                        .map(known -> node.getUid() + " " + known.since())
                        .orElse("");
        if (!cordon.equals(asked)) {
            asked = cordon;
            found = Optional.empty();
            reading.stop();
            if (!cordon.isEmpty()) {
                ObjectRef ref = ObjectRef.node(node.getName());
                reading.read(
                        node,
                        reader -> reader.read(ref).flatMap(json -> FieldWriter.lastOf(json, "/spec/unschedulable")),
                        writer -> {
                            found = writer.map(FieldWriter::manager);
                            changed.run();
                        },
                        problem -> {});
            }
        }
        return found;
    }
}
