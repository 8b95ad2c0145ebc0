// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.ui.advice.PartActivator;

/** Opens the Logs part with what is selected. UI thread. */
@Creatable
public final class LogOpener {
    private final PartActivator parts;

    @Inject
    public LogOpener(PartActivator parts) {
        this.parts = parts;
    }

    /** Why a selection has no logs; empty: it has. */
    public Optional<String> whyNot(List<EObject> selection) {
        return !selection.isEmpty() && LogTarget.of(selection).isPresent()
                ? Optional.empty()
                : Optional.of("select jobs or tasks of one cluster");
    }

    /** Shows their logs. */
    public void open(List<EObject> selection) {
        parts.show("podium.part.logs").filter(LogPart.class::isInstance).ifPresent(part -> ((LogPart) part)
                .show(selection));
    }
}
