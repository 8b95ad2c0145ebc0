// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DragSourceListener;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import podium.placement.Subject;
import podium.ui.toolkit.Theme;

/** Lets jobs and tasks be picked up from a control. UI thread. */
public final class DragOutSource {
    private DragOutSource() {}

    /**
     * Makes a control a place to drag from.
     *
     * @param picked what is under the pointer when a drag begins; empty: nothing that can be placed
     */
    public static void from(Control control, DragSession session, Theme theme, Supplier<Optional<Subject>> picked) {
        DragSource source = new DragSource(control, DND.DROP_MOVE | DND.DROP_COPY);
        source.setTransfer(new Transfer[] {new SubjectTransfer(session)});
        source.addDragListener(new Listener(control, session, theme, picked));
    }

    @NonNullByDefault({}) // the library's types say nothing of null
    private static final class Listener implements DragSourceListener {
        private final Control control;
        private final DragSession session;
        private final Theme theme;
        private final Supplier<Optional<Subject>> picked;
        private @Nullable Image card;

        Listener(Control control, DragSession session, Theme theme, Supplier<Optional<Subject>> picked) {
            this.control = control;
            this.session = session;
            this.theme = theme;
            this.picked = picked;
        }

        @Override
        public void dragStart(DragSourceEvent event) {
            Optional<Subject> subject = picked.get();
            event.doit = subject.isPresent();
            subject.ifPresent(it -> {
                card = DragImage.draw(control.getDisplay(), theme, it);
                event.image = card;
                session.begin(it);
            });
        }

        @Override
        public void dragSetData(DragSourceEvent event) {
            session.current().ifPresent(subject -> event.data = subject);
        }

        @Override
        public void dragFinished(DragSourceEvent event) {
            session.end();
            if (card != null) {
                card.dispose();
                card = null;
            }
        }
    }
}
