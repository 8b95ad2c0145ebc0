// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Cluster;
import podium.placement.whatif.Hypothesis;
import podium.ui.action.MoreEntries;
import podium.ui.enablement.NodesOfDevices;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.PartActivator;

/** The scenario as entries of a context menu: what if these were down, and nothing of it any more. UI thread. */
public final class WhatIfEntries implements MoreEntries {
    private final WhatIfSession session;

    private final PartActivator parts;

    public WhatIfEntries(WhatIfSession session, PartActivator parts) {
        this.session = session;
        this.parts = parts;
    }

    @Override
    public List<Entry> of(List<EObject> selected) {
        List<Hypothesis> down = SelectionHypotheses.down(selected);
        Optional<Cluster> cluster = selected.stream()
                .flatMap(thing -> FleetLabels.cluster(thing).stream())
                .findFirst();
        List<Entry> entries = new ArrayList<>();
        if (!down.isEmpty() && cluster.isPresent()) {
            entries.add(Entry.of(
                    NodesOfDevices.ifDown(selected)
                            .orElse(
                                    down.size() == 1
                                            ? Texts.of("WhatIfEntries.whatIfThisWereDown")
                                            : Texts.of("WhatIfEntries.whatIfTheseWereDown")),
                    Icon.UNKNOWN,
                    () -> {
                        session.add(cluster.get(), down);
                        parts.uncover("podium.part.whatif");
                    }));
        }
        if (!session.hypotheses().isEmpty()) {
            entries.add(Entry.of(Texts.of("WhatIfEntries.clearScenario"), Icon.CLEAR, session::clear));
        }
        return entries;
    }
}
