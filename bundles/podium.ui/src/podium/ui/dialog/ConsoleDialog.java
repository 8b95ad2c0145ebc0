// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Cluster;
import podium.ui.label.MarkLabels;
import podium.ui.label.ProtectionLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.IconLines;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PrefilledFields;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;
import podium.ui.toolkit.WrappedText;

/** What all dialogs share: a title that says of what, content, and buttons named after what they do. */
@NonNullByDefault({}) // the library's types say nothing of null
public abstract class ConsoleDialog extends Dialog {
    /** Pixels that a window is wide in which a dialog keeps within it, and that stay free beside it. */
    private static final int LEAST = 600;

    private static final int MARGIN = 20;

    /** Pixels more than a button needs for its words. */
    private static final int PADDING = 12;

    /** Characters of a title, and pixels of a wide one of them in bold, buttons of the frame left out. */
    private static final int LEAST_TITLE = 40;

    private static final int LETTER = 10;

    /** Characters that are read at a glance; more of them are scrolled, so that what follows stays in the window. */
    private static final int LONG = 600;

    private static final int MANY = 12;
    private static final int SCROLLED = 8;

    private final UiServices services;
    private final String title;
    private String confirm;
    private final Point size;
    private boolean ready = true;

    /**
     * Creates the dialog.
     *
     * @param confirm word on the button that goes on; empty: there is only Close
     * @param size in pixels at 100 %; higher where what is in it needs more, as far as the screen lets it
     */
    public ConsoleDialog(Shell parent, UiServices services, String title, String confirm, Point size) {
        super(parent);
        this.services = services;
        this.title = title;
        this.confirm = confirm;
        this.size = size;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.APPLICATION_MODAL);
    }

    /** Fills the dialog. The parent has a grid of one column. */
    protected abstract void fill(@NonNull Composite parent);

    /** The cluster that something is sent to; that it is exposed is said above all else. */
    @NonNull
    protected Optional<Cluster> cluster() {
        return Optional.empty();
    }

    /** Whether Enter goes on; where something is lost for good it cancels. */
    protected boolean confirmsByEnter() {
        return true;
    }

    public UiServices services() {
        return services;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        title(shell, title);
        services.theme().dress(shell);
    }

    /** Shortened as far as it fits: the desktop would cut its end, which is what tells clusters and places apart. */
    protected final void title(Shell shell, String words) {
        WidgetText.title(shell, TextShortener.to(Math.max(LEAST_TITLE, size.x / LETTER), SafeText.line(words)));
    }

    @Override
    public void create() {
        super.create();
        paintTables(getShell());
        PrefilledFields.select(getShell());
    }

    /**
     * A table takes longest the first time that it is painted, and a window that is not painted yet shows what lies below it: so that is
     * done before the window is there.
     */
    private static void paintTables(Composite parent) {
        for (Control control : parent.getChildren()) {
            Point size = control.getSize();
            if (control instanceof NatTable table && size.x > 0 && size.y > 0) {
                Image image = new Image(table.getDisplay(), size.x, size.y);
                GC gc = new GC(image);
                Rectangle all = new Rectangle(0, 0, size.x, size.y);
                table.getLayerPainter().paintLayer(table, gc, 0, 0, all, table.getConfigRegistry());
                gc.dispose();
                image.dispose();
            } else if (control instanceof Composite within) {
                paintTables(within);
            }
        }
    }

    @Override
    protected Point getInitialSize() {
        Rectangle screen = getShell().getMonitor().getClientArea();
        Shell below = getParentShell();
        int width = below == null || below.getSize().x < LEAST ? size.x : Math.min(size.x, below.getSize().x - MARGIN);
        int needed = getShell().computeSize(width, SWT.DEFAULT, true).y;
        return new Point(width, Math.max(size.y, Math.min(needed, screen.height * 19 / 20)));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        services.theme().dress(parent);
        Composite area = services.theme().dress(new Composite(parent, SWT.NONE));
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout grid = new GridLayout();
        grid.marginWidth = 16;
        grid.marginHeight = 12;
        grid.verticalSpacing = 8;
        area.setLayout(grid);
        cluster().ifPresent(at -> MarkLabels.sentence(at)
                .ifPresent(production -> lines(
                        area,
                        List.of(production),
                        Icon.WARNING,
                        MarkLabels.tone(at).orElse(Name.WARNING))));
        cluster()
                .flatMap(ProtectionLabels::sentence)
                .ifPresent(danger -> lines(area, List.of(danger), Icon.REFUSED, Name.CRITICAL));
        fill(area);
        return area;
    }

    @Override
    protected Button createButton(Composite parent, int id, String label, boolean defaultButton) {
        Button button = super.createButton(parent, id, WidgetText.escaped(label), defaultButton);
        services.theme().own(button);
        return button;
    }

    /** The words of a button keep off its rim, also where they are longer than most. */
    @Override
    protected void setButtonLayoutData(Button button) {
        super.setButtonLayoutData(button);
        GridData data = (GridData) button.getLayoutData();
        data.widthHint = Math.max(data.widthHint, button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + PADDING);
    }

    @Override
    protected Control createButtonBar(Composite parent) {
        Control bar = super.createButtonBar(parent);
        services.theme().dress((Composite) bar);
        return bar;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        if (confirm.isEmpty()) {
            createButton(parent, IDialogConstants.OK_ID, Texts.of("ConsoleDialog.close"), true);
        } else {
            createButton(parent, IDialogConstants.CANCEL_ID, Texts.of("ConsoleDialog.cancel"), !confirmsByEnter());
            createButton(parent, IDialogConstants.OK_ID, confirm, confirmsByEnter())
                    .setEnabled(ready);
        }
    }

    /** What goes on stands right of Cancel, whichever of them Enter presses: JFace would move that one to the end. */
    @Override
    protected void initializeBounds() {
        super.initializeBounds();
        Button go = getButton(IDialogConstants.OK_ID);
        if (go != null) {
            go.moveBelow(null);
            go.getParent().layout();
        }
    }

    /** To be called where {@link #confirmsByEnter} may have changed: sets what Enter presses, and takes the focus off what it must not. */
    protected final void renewDefault() {
        Button go = getButton(IDialogConstants.OK_ID);
        Button cancel = getButton(IDialogConstants.CANCEL_ID);
        if (go != null && cancel != null) {
            getShell().setDefaultButton(confirmsByEnter() ? go : cancel);
            if (!confirmsByEnter() && go.isFocusControl()) {
                cancel.setFocus();
            }
        }
    }

    /** Whether the button that goes on can be pressed. */
    public final void enable(boolean now) {
        ready = now;
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(ready);
        }
    }

    /** What the button that goes on is called from now on. */
    public final void confirm(@NonNull String words) {
        confirm = words;
        Button button = getButton(IDialogConstants.OK_ID);
        if (button != null && !button.getText().equals(WidgetText.escaped(words))) {
            WidgetText.set(button, words);
            setButtonLayoutData(button);
            button.getParent().layout();
        }
    }

    /** A heading of a group. */
    public final Label heading(Composite parent, String words) {
        Label label = text(parent, words, Name.MUTED);
        ((GridData) label.getLayoutData()).verticalIndent = 4;
        return label;
    }

    /** Wrapped text. */
    public final Label text(Composite parent, String words, Name tone) {
        Label label = services.theme().dress(new Label(parent, SWT.WRAP), Name.SURFACE, tone);
        WidgetText.set(label, words);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = Math.min(size.x, LEAST) - 80;
        label.setLayoutData(data);
        return label;
    }

    /** Wrapped text of unknown length: scrolled where it is long. */
    public final void sentence(Composite parent, String words, Name tone) {
        if (words.length() > LONG) {
            new WrappedText(parent, services.theme(), title, SCROLLED, tone).show(words);
        } else {
            text(parent, words, tone);
        }
    }

    /** Lines of text, each behind an icon; nothing when there are none. Many of them are scrolled. */
    public final void lines(Composite parent, List<String> lines, Icon icon, Name tone) {
        if (lines.size() > MANY) {
            IconLines all = new IconLines(parent, services.theme(), title);
            all.show(lines.stream()
                    .map(words -> new IconLines.Line(icon, tone, words))
                    .toList());
            all.take(all.height(SCROLLED));
            return;
        }
        for (String words : lines) {
            Composite row = services.theme().dress(new Composite(parent, SWT.NONE));
            row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            GridLayoutFactory.fillDefaults().numColumns(2).spacing(5, 5).applyTo(row);
            Label picture = services.theme().dress(new Label(row, SWT.NONE));
            picture.setImage(services.theme().image(icon, tone));
            picture.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
            sentence(row, SafeText.line(words), tone == Name.MUTED ? Name.TEXT : tone);
        }
    }

    /** Escape and the window's own button do what Cancel does. */
    @Override
    protected void handleShellCloseEvent() {
        cancelPressed();
    }
}
