// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Domain;
import podium.placement.Target;
import podium.placement.whatif.Hypothesis;
import podium.ui.label.FleetLabels;

/** Makes hypotheses from the selected nodes and domains. */
public final class SelectionHypotheses {
    private SelectionHypotheses() {}

    /** That the selected nodes, domains and nodes of selected devices were gone; something else says nothing. */
    public static List<Hypothesis> down(List<? extends EObject> selected) {
        List<Hypothesis> down = new ArrayList<>();
        for (EObject thing : selected) {
            if (thing instanceof Domain domain) {
                down.add(new Hypothesis.Down(new Target.OnDomain(domain)));
            } else {
                FleetLabels.node(thing).ifPresent(node -> down.add(new Hypothesis.Down(new Target.OnNode(node))));
            }
        }
        return down.stream().distinct().toList();
    }
}
