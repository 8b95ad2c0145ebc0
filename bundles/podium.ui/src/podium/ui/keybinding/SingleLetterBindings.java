// SPDX-License-Identifier: Apache-2.0
package podium.ui.keybinding;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import podium.ui.drag.DragSession;
import podium.ui.enablement.KeySchemes;
import podium.ui.toolkit.ModalShells;
import podium.ui.toolkit.TabKey;

/**
 * The keys of one letter. They do nothing while something is typed, and nothing in dialogs: the workbench's own bindings
 * cannot tell. And Escape, which puts back what is carried wherever the focus is. UI thread.
 */
public class SingleLetterBindings {
    /** Where the renderer of e4 keeps what a widget shows (AbstractPartRenderer.OWNING_ME). */
    private static final String MODEL = "modelElement";

    private final MApplication application;
    private final Display display;
    private final DragSession session;
    private final KeySchemes keys;

    @Inject
    SingleLetterBindings(MApplication application, Display display, DragSession session, KeySchemes keys) {
        this.keys = keys;
        this.application = application;
        this.display = display;
        this.session = session;
    }

    @PostConstruct
    void start() {
        display.addFilter(SWT.KeyDown, this::pressed);
    }

    private void pressed(Event event) {
        if (event.keyCode == SWT.ESC && inWindow(display.getActiveShell()) && putBack(session)) {
            event.doit = false;
            event.type = SWT.None;
            return;
        }
        Optional<KeyBinding> key = KeyBinding.of(keys.get(), event.character, event.keyCode, event.stateMask);
        if (key.isPresent() && !types(display.getFocusControl()) && inWindow(display.getActiveShell())) {
            event.doit = false;
            event.type = SWT.None;
            run(key.get());
        }
    }

    /** Ends what is carried; false: nothing is, and Escape means what it means where the focus is. */
    static boolean putBack(DragSession session) {
        boolean carried = session.current().isPresent();
        session.end();
        return carried;
    }

    /** Whether a control takes letters as text. */
    static boolean types(@Nullable Control control) {
        return control instanceof Text
                || control instanceof Combo
                || control instanceof CCombo
                || control instanceof Spinner
                || control instanceof StyledText text && text.getEditable()
                || control != null && TabKey.takesAll(control);
    }

    /** The window itself, or one that a part was taken out into. */
    static boolean inWindow(@Nullable Shell shell) {
        return shell != null
                && (shell.getParent() == null || shell.getData(MODEL) instanceof MWindow)
                && !ModalShells.isModal(shell)
                && !ModalShells.isOpen(shell.getDisplay());
    }

    private void run(KeyBinding key) {
        IEclipseContext active = application.getContext().getActiveLeaf();
        @Nullable ECommandService commands = active.get(ECommandService.class);
        @Nullable EHandlerService handlers = active.get(EHandlerService.class);
        if (commands != null && handlers != null) {
            handlers.executeHandler(commands.createCommand(key.command(), Map.copyOf(key.parameters())));
        }
    }
}
