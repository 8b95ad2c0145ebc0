// SPDX-License-Identifier: Apache-2.0
package podium.ui.manifest;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.graphics.Rectangle;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.drag.DragSession;

/** The canvas lit for a job as when it is dragged: every node answers, and one that takes it can be clicked. UI thread. */
final class LitCanvas implements DragSession.PlaceChooser {
    private final DragSession session;
    private final Consumer<Target> clicked;
    private Optional<Subject> lit = Optional.empty();

    /** @param clicked hears the place */
    LitCanvas(DragSession session, Consumer<Target> clicked) {
        this.session = session;
        this.clicked = clicked;
    }

    /** @param window what the asking window covers of the display; empty: it is closed */
    void below(Optional<Supplier<Rectangle>> window) {
        session.beside(window);
    }

    /** Lights it unless it is lit for the job already; empty: puts it out. */
    void light(Optional<Subject> job) {
        lit = job;
        if (!session.current().equals(job)) {
            job.ifPresentOrElse(subject -> session.ask(subject, this), session::end);
        }
    }

    /** Lights it again when what was dragged meanwhile is dropped; close the result to end it. */
    AutoCloseable keepLit() {
        return session.listen(() -> {
            if (lit.isPresent() && session.current().isEmpty()) {
                light(lit);
            }
        });
    }

    @Override
    public void chosen(Target place) {
        clicked.accept(place);
    }
}
