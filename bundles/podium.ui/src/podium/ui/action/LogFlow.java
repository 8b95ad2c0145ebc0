// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Job;
import podium.ui.texts.Texts;
import podium.ui.toolkit.PartActivator;

/** Opens the logs of what is selected; reads only. UI thread. */
@Creatable
public final class LogFlow {
    private static final String PART = "podium.part.logs";

    private final PartActivator parts;

    @Inject
    public LogFlow(PartActivator parts) {
        this.parts = parts;
    }

    /** The part that shows logs. */
    public interface Viewer {
        /** Shows the logs of a selection; false: it has none. */
        boolean show(List<EObject> selection);

        /** Shows of what is shown the run before, where there is one. */
        void before();
    }

    /** Why a selection has no logs; empty: it has. */
    Optional<String> whyNot(List<EObject> selection) {
        long clusters = FleetActions.jobs(selection).stream()
                .map(Job::getCluster)
                .distinct()
                .count();
        return clusters == 1 ? Optional.empty() : Optional.of(Texts.of("LogFlow.selectJobsOrTasks"));
    }

    /** Brings the part to the front with them. */
    void open(List<EObject> selection) {
        viewer(selection).ifPresent(viewer -> viewer.show(selection));
    }

    /** The same with the run before, where there is one. */
    void before(List<EObject> selection) {
        viewer(selection).filter(viewer -> viewer.show(selection)).ifPresent(Viewer::before);
    }

    private Optional<Viewer> viewer(List<EObject> selection) {
        return whyNot(selection).isPresent()
                ? Optional.empty()
                : parts.show(PART).filter(Viewer.class::isInstance).map(Viewer.class::cast);
    }
}
