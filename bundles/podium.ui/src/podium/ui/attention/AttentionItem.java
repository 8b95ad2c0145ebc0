// SPDX-License-Identifier: Apache-2.0
package podium.ui.attention;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Node;
import podium.ui.label.FleetLabels;

/**
 * One thing that needs attention.
 *
 * @param name what is wrong with: a node, a device, a job, an operation, a source
 * @param thing the same in the fleet; empty: it is not part of it
 * @param detail what more is known, in words; empty: nothing
 * @param since since when, as far as is known; of what fails again and again when it did last
 * @param operation id of the operation that it is; empty: it is none
 */
public record AttentionItem(
        AttentionKind kind,
        String name,
        Optional<EObject> thing,
        String detail,
        Optional<Instant> since,
        Optional<String> operation) {
    /** Of what is no operation. */
    AttentionItem(AttentionKind kind, String name, Optional<EObject> thing, String detail, Optional<Instant> since) {
        this(kind, name, thing, detail, since, Optional.empty());
    }

    /** Worst first, of one kind what has been so for longest. */
    static final Comparator<AttentionItem> WORST_FIRST = Comparator.comparing(AttentionItem::kind)
            .thenComparing(item -> item.since().orElse(Instant.MAX))
            .thenComparing(AttentionItem::name, new NaturalOrder());

    /** Of a thing that is a node or on one. */
    static AttentionItem of(AttentionKind kind, EObject thing, String detail, Optional<Instant> since) {
        return new AttentionItem(kind, FleetLabels.name(thing), Optional.of(thing), detail, since);
    }

    /** The node that it is about; empty: it is about none. */
    Optional<Node> node() {
        return thing.flatMap(FleetLabels::node);
    }
}
