// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.placement.Target;
import podium.placement.whatif.Hypothesis;

/** Makes hypotheses from the selected nodes and domains. */
public final class SelectionHypotheses {
    private SelectionHypotheses() {}

    /** That the selected nodes, domains and nodes of selected devices were gone; something else says nothing. */
    public static List<Hypothesis> down(List<? extends EObject> selected) {
        List<Hypothesis> down = new ArrayList<>();
        for (EObject thing : selected) {
            switch (thing) {
                case Node node -> down.add(new Hypothesis.Down(new Target.OnNode(node)));
                case Domain domain -> down.add(new Hypothesis.Down(new Target.OnDomain(domain)));
                case Accelerator device
                when device.getNode() != null -> down.add(new Hypothesis.Down(new Target.OnNode(device.getNode())));
                case Slice slice
                when slice.getAccelerator() != null ->
                    down.add(new Hypothesis.Down(
                            new Target.OnNode(slice.getAccelerator().getNode())));
                default -> {}
            }
        }
        return down.stream().distinct().toList();
    }
}
